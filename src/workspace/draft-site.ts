import { type Changes, createDraftJudge, createPageJudge, listChanges } from '../changes/index.ts';
import { type LinkInput, linkPages, type Page, type RenderedArticle } from '../links/index.ts';
import type { Article } from '../load/index.ts';
import type { RenderMarkdown } from '../markdown/index.ts';
import type { Redirect } from '../redirects/index.ts';
import type { Resolution } from '../resolve/index.ts';
import { createSet, EMPTY_SET, type VersionSet } from '../versions/index.ts';
import { type LinkSiteInput, linkSite } from './link-site.ts';
import { renderArticles } from './render-articles.ts';
import type { Site } from './types.ts';

export interface DraftInput extends Omit<LinkSiteInput, 'rendered'> {
  readonly renderMarkdown: RenderMarkdown;
}

/**
 * A site whose texts lack the HTML that only readers need: its pages cannot be shown, but all is known that others see of them,
 * and what releases changed. Where only HTML tells whether they changed a page, that is rendered.
 */
export async function draftSite({ renderMarkdown, ...input }: DraftInput): Promise<Site> {
  const resolutions = input.resolved.value;
  const rendered = await renderArticles(resolutions, renderMarkdown, { ...input, isDraft: true });
  const site = linkSite({ ...input, config: { ...input.config, changes: false }, rendered });
  const links = { ...input, redirects: input.redirects.value };
  const render = (some: readonly Resolution[]) => renderArticles(some, renderMarkdown, input);
  const { redirects } = input.redirects.value;
  const changes = input.config.changes
    ? await listDraftChanges(
        site,
        redirects,
        links,
        rendered.value,
        async (some) => (await render(some)).value,
      )
    : site.changes;
  return { ...site, config: input.config, changes };
}

async function listDraftChanges(
  { pages, versions }: Site,
  redirects: readonly Redirect[],
  links: Omit<LinkInput, 'rendered'>,
  rendered: readonly RenderedArticle[],
  render: (resolutions: readonly Resolution[]) => Promise<readonly RenderedArticle[]>,
): Promise<Changes> {
  const input = { config: links.config, versions, redirects };
  const judgeDrafts = createDraftJudge(links.config, versions);
  const known = new Map<string, boolean>();
  const undecided = new Map<string, Page>();
  const found = listChanges({
    ...input,
    pages,
    differ(older, newer) {
      const answer = judgeDrafts(older, newer);
      if (answer === undefined) for (const page of [older, newer]) undecided.set(page.href, page);
      else known.set(namePair(older, newer), answer);
      return answer === true;
    },
  });
  if (undecided.size === 0) return found;
  const asked = indexVersions(undecided.values());
  const isAsked = ({ resolution }: RenderedArticle) =>
    (resolution.versions & (asked.get(resolution.article) ?? EMPTY_SET)) !== EMPTY_SET;
  const whole = await render(rendered.filter(isAsked).map(({ resolution }) => resolution));
  const all = [...rendered.filter((each) => !isAsked(each)), ...whole];
  const linked = linkPages({ ...links, articles: [...asked.keys()], rendered: all });
  const anew = new Map(linked.value.map((page) => [page.href, page]));
  const judge = createPageJudge(links.config, versions);
  return listChanges({
    ...input,
    pages: pages.map((page) => (undecided.has(page.href) && anew.get(page.href)) || page),
    differ: (older, newer) => known.get(namePair(older, newer)) ?? judge(older, newer),
  });
}

/** The versions of some pages, by article. */
function indexVersions(pages: Iterable<Page>): ReadonlyMap<Article, VersionSet> {
  const versions = new Map<Article, VersionSet>();
  for (const { article, version } of pages)
    versions.set(article, (versions.get(article) ?? EMPTY_SET) | createSet([version]));
  return versions;
}

function namePair(older: Page, newer: Page): string {
  return `${older.href} ${newer.href}`;
}
