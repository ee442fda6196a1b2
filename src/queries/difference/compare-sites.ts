import { html } from '../../../site/html.ts';
import { listFiles } from '../../compose/index.ts';
import type { Theme } from '../../theme/index.ts';
import type { Site } from '../../workspace/index.ts';
import { comparePairs, haveSameTexts, pairPages } from './compare-pages.ts';
import { findAround } from './find-around.ts';
import { referToPage } from './refer-to-page.ts';
import type { PageReference, SiteDifference, TitleChange } from './types.ts';

/** How two states of a site are compared. */
export interface SiteComparison {
  /** What pages are put together with, in both states; without, only their texts are compared. */
  readonly theme: Theme | undefined;
  /** Whether what all pages share differs: the site file, or words of the interface. */
  readonly isShared: boolean;
}

/** What differs between two states of a site, page by page. */
export function compareWholeSites(
  before: Site,
  after: Site,
  { theme, isShared }: SiteComparison,
): SiteDifference {
  const [source = ''] = after.config.languages.map(({ code }) => code);
  const targets = new Map(after.redirects.map(({ from, to }) => [from, to]));
  const paired = pairPages(before.pages, after.pages, (href) => targets.get(href));
  const texts = comparePairs(paired, source);
  if (theme === undefined) return { ...texts, around: [] };
  const [filesBefore, filesAfter] = [before, after].map((site) => listFiles(site, theme));
  const pairs = [...paired.pairs, ...paired.moved];
  const isOther = new Set(pairs.filter((pair) => !haveSameTexts(pair)));
  const hasTitles = texts.titles.length > 0;
  // Pages with other texts are known to differ; whether they show a title is seen on the whole page.
  const found = findAround(hasTitles ? pairs : pairs.filter((pair) => !isOther.has(pair)), {
    before,
    after,
    filesBefore: filesBefore ?? [],
    filesAfter: filesAfter ?? [],
    always: hasTitles ? isOther : new Set(),
    isAnything: isShared || theme.templates !== undefined,
  });
  const known = new Set(
    [...texts.changed, ...texts.unseen, ...texts.moved.map(({ to }) => to)].map(({ href }) => href),
  );
  const around = found.map(({ page, html }) => ({ page: referToPage(page, source), html }));
  return {
    ...texts,
    titles: texts.titles.map((change) => ({ ...change, shownOn: countShown(change, around) })),
    around: around.filter(({ page }) => !known.has(page.href)).map(({ page }) => page),
  };
}

/** On how many other pages a new title stands. */
function countShown(
  { page }: TitleChange,
  pages: readonly { readonly page: PageReference; readonly html: string }[],
): number {
  const written = html`${page.title}`.markup;
  return pages.filter(
    (each) =>
      each.page.href !== page.href &&
      each.page.language === page.language &&
      each.page.version === page.version &&
      each.html.includes(written),
  ).length;
}
