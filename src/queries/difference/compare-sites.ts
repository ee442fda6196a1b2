import { html } from '../../../site/html.ts';
import { type ComposedFile, listFiles, listFrames, listPageFiles } from '../../compose/index.ts';
import type { Theme } from '../../theme/index.ts';
import type { RebuiltState, Site } from '../../workspace/index.ts';
import { comparePairs, haveSameTexts, type PagePair, type PairedPages, pairPages } from './compare-pages.ts';
import { createSuspicion, findAround, type HeadPair } from './find-around.ts';
import { followVersions } from './follow-versions.ts';
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
  const paired = pairPages(followVersions(before.pages, after.pages, before.config), after.pages, (href) =>
    targets.get(href),
  );
  if (theme === undefined) return { ...comparePairs(paired, source), around: [] };
  const isAnything = isShared || theme.templates !== undefined;
  return compareComposed(paired, {
    source,
    filesBefore: listFiles(before, theme),
    filesAfter: listFiles(after, theme),
    mayDiffer: createSuspicion({ before, after, isAnything }),
  });
}

/** What differs between two states of some pages of a site, which all may. */
export function compareParts(before: RebuiltState, after: RebuiltState, theme: Theme): SiteDifference {
  const [source = ''] = after.part.config.languages.map(({ code }) => code);
  const list = ({ part, framed, heads }: RebuiltState) => [
    ...listFrames(part, theme, framed),
    ...listPageFiles(part, theme, new Set(heads.map(({ output }) => output))),
  ];
  const older = new Map(before.framed.map((head) => [head.href, head]));
  const difference = compareComposed(
    pairPages(
      followVersions(before.part.pages, after.part.pages, before.part.config),
      after.part.pages,
      () => undefined,
    ),
    {
      source,
      filesBefore: list(before),
      filesAfter: list(after),
      mayDiffer: () => true,
      framed: after.framed.map((head) => ({ before: older.get(head.href) ?? head, after: head })),
    },
  );
  const ranks = new Map(after.heads.map(({ href }, at) => [href, at]));
  const rank = ({ href }: PageReference) => ranks.get(href) ?? 0;
  const around = difference.around.toSorted((one, other) => rank(one) - rank(other));
  return { ...difference, around, compared: after.heads.length };
}

interface ComposedStates {
  readonly source: string;
  readonly filesBefore: readonly ComposedFile[];
  readonly filesAfter: readonly ComposedFile[];
  /** Whether what stands around the text of a page may differ. */
  readonly mayDiffer: (pair: PagePair) => boolean;
  /** Pages of the same texts to look at besides. */
  readonly framed?: readonly HeadPair[];
}

function compareComposed(
  paired: PairedPages,
  { source, filesBefore, filesAfter, mayDiffer, framed = [] }: ComposedStates,
): SiteDifference {
  const texts = comparePairs(paired, source);
  const pairs = [...paired.pairs, ...paired.moved];
  const isOther = new Set(pairs.filter((pair) => !haveSameTexts(pair)));
  const hasTitles = texts.titles.length > 0;
  // Pages with other texts are known to differ; whether they show a title is seen on the whole page.
  const looked = pairs.filter((pair) => (isOther.has(pair) ? hasTitles : mayDiffer(pair)));
  const found = findAround([...looked, ...framed], filesBefore, filesAfter);
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
