import { listOwned, nameOwner } from '../diagnostics/index.ts';
import {
  createAddressParser,
  createLinkResolver,
  createTargetFinder,
  type LinkedPages,
  type LinkInput,
  linkPages,
  type OldAddresses,
  type RenderedArticle,
} from '../links/index.ts';
import { listMembers } from '../versions/index.ts';
import type { ArticleKey, Workspace } from './types.ts';

/**
 * The pages of some articles in all built languages and versions, as a build of the whole site makes them. The diagnostics are
 * those of rendering and linking these articles.
 *
 * @param brokenLinks how much a broken link weighs
 */
export async function linkArticles(
  workspace: Workspace,
  paths: ReadonlySet<string>,
  redirects: OldAddresses,
  brokenLinks: LinkInput['brokenLinks'] = 'warning',
): Promise<LinkedPages> {
  const { corpus, languages, sourceLanguage } = workspace;
  const codes = [...new Set([sourceLanguage, ...languages])];
  const own = codes.flatMap((code) => [...paths].map((path) => nameOwner(code, path)));
  const { value, diagnostics } = await workspace.rendered(own);
  const { titles, fragments } = listTargetKeys(workspace, value, redirects);
  const rendered = await workspace.rendered(new Set([...own, ...titles, ...fragments]));
  const articles = [...corpus.articles.values()].filter(({ path }) => paths.has(path));
  const linked = linkPages({
    ...workspace,
    corpus,
    redirects,
    articles,
    rendered: rendered.value,
    brokenLinks,
  });
  const isOwn = new Set(own);
  const found = [...linked.settled.byOwner, ...linked.byOwner].filter(({ owner }) => isOwn.has(owner));
  return { ...linked, diagnostics: [...diagnostics, ...listOwned(found)] };
}

/** Articles that the links of some texts show or name, each with the same in the source language. */
export interface TargetKeys {
  /** Of which titles are shown. */
  readonly titles: ReadonlySet<ArticleKey>;
  /** Of which headings are named or shown. */
  readonly fragments: ReadonlySet<ArticleKey>;
}

/** What links need of other articles than those that they stand in. */
export function listTargetKeys(
  {
    config,
    corpus,
    versions,
    sourceLanguage,
  }: Pick<Workspace, 'config' | 'corpus' | 'versions' | 'sourceLanguage'>,
  rendered: readonly RenderedArticle[],
  redirects: OldAddresses,
): TargetKeys {
  const parseAddress = createAddressParser(config, versions, corpus.articles);
  const findTarget = createTargetFinder(corpus.articles, versions, redirects);
  const { resolveLink } = createLinkResolver(config, corpus, versions, parseAddress, findTarget);
  const titles = new Set<ArticleKey>();
  const fragments = new Set<ArticleKey>();
  for (const { resolution, renderings } of rendered) {
    const slots = Object.values(renderings).flatMap((rendering) => rendering.slots);
    const titled = Object.values(renderings).flatMap(({ headings }) =>
      headings.flatMap((heading) => heading.titled?.urls ?? []),
    );
    const asked = slots.filter(
      (slot) => slot.kind === 'title' || (slot.kind === 'link' && slot.url.includes('#')),
    );
    for (const version of listMembers(resolution.versions, versions)) {
      const from = { article: resolution.article, language: resolution.language, version };
      for (const written of [...asked, ...titled.map((url) => ({ url }))]) {
        if (!('url' in written)) continue;
        const link = resolveLink(written, from);
        if (link.kind !== 'article') continue;
        const keys = written.url.includes('#') ? fragments : titles;
        keys.add(nameOwner(link.language, link.target.article.path));
        keys.add(nameOwner(sourceLanguage, link.target.article.path));
      }
    }
  }
  return { titles, fragments };
}
