import { type LinkedPages, type LinkInput, linkPages, type PageHead } from '../../links/index.ts';
import type { Article } from '../../load/index.ts';
import { describeOutlines, describeTitles, sumHead } from './describe.ts';
import { hasSameChanges } from './has-same-changes.ts';
import { listMisled } from './list-misled.ts';
import { indexPacked, type PackedRendered, unpackRendered } from './pack-rendered.ts';
import type { SiteOutline } from './types.ts';

/** Articles that were rebuilt. */
export interface RebuiltArticles {
  readonly articles: readonly Article[];
  /** All articles as they were before. */
  readonly former: ReadonlyMap<string, Article>;
  /** Paths of those that may say something else; around the texts of the others stands something else. */
  readonly remade: ReadonlySet<string>;
  readonly linked: LinkedPages;
  /** What links can see of them. */
  readonly outlined: PackedRendered;
  /** What links are answered with, but for what has been rendered. */
  readonly links: Omit<LinkInput, 'articles' | 'rendered' | 'others'>;
}

/** What others see of articles that were rebuilt. */
export interface SeenDifference {
  /** Addresses of the pages that have another title, or another description. */
  readonly hrefs: ReadonlySet<string>;
  /** Paths of the articles that links may have another title of. */
  readonly retitled: ReadonlySet<string>;
}

/**
 * What other pages see of what is other in articles that were rebuilt. Undefined where that may be more than words: a page that
 * comes or goes, an anchor, a change of a release. `pages.json` is left out: it lists headings.
 */
export function findSeen(outline: SiteOutline, rebuilt: RebuiltArticles): SeenDifference | undefined {
  const { articles, former, remade, linked, outlined, links } = rebuilt;
  const { config, versions } = links;
  const languages = config.languages.map(({ code }) => code);
  const paths = new Set(articles.map(({ path }) => path));
  const hrefs = findOtherWords(outline, linked.value, ({ article }) => paths.has(article.path));
  const isContained =
    hrefs !== undefined &&
    isSame(unpack(outline.rendered, articles), unpack(outlined, articles)) &&
    hasSameChanges(
      outline,
      linked.value.filter(({ article }) => remade.has(article.path)),
      ({ article }) => remade.has(article.path),
    ) &&
    listMisled(articles, {
      languages,
      versions,
      uses: outline.fragments,
      before: openBefore(outline, links),
      now: linked.readFragments,
    }).length === 0;
  return isContained ? { hrefs, retitled: listRetitled() } : undefined;

  function isSame(before: RenderedOutlines, now: RenderedOutlines): boolean {
    return describeOutlines(before, versions).join('\n') === describeOutlines(now, versions).join('\n');
  }

  function listRetitled(): ReadonlySet<string> {
    const read = (packed: PackedRendered, article: Article) =>
      describeTitles(unpack(packed, [article]), versions).join('\n');
    return new Set(
      articles
        .filter(
          (article) =>
            read(outline.rendered, article) !== read(outlined, article) ||
            spellTitles(former.get(article.path)) !== spellTitles(article),
        )
        .map(({ path }) => path),
    );
  }

  function unpack(packed: PackedRendered, some: readonly Article[]): RenderedOutlines {
    return languages.flatMap((language) =>
      some.flatMap((article) => unpackRendered(packed, language, article)),
    );
  }
}

/** Of an article that cannot be rendered, links show the title as it is written. */
export function spellTitles(article: Article | undefined): string {
  return [...(article?.texts.values() ?? [])].map(({ fields }) => fields.title?.text ?? '').join('\n');
}

type RenderedOutlines = ReturnType<typeof unpackRendered>;

/** Addresses of the pages whose heads say something else; undefined where more than their words is other. */
function findOtherWords(
  { heads, sums }: SiteOutline,
  pages: readonly PageHead[],
  isRebuilt: (head: PageHead) => boolean,
): ReadonlySet<string> | undefined {
  const before = heads.flatMap((head, at) => (isRebuilt(head) ? [{ head, sum: sums[at] }] : []));
  if (before.length !== pages.length) return undefined;
  const hrefs = new Set<string>();
  for (const [at, page] of pages.entries()) {
    const { head, sum } = before[at] ?? {};
    if (head === undefined || head.href !== page.href) return undefined;
    if (sum === sumHead(page)) continue;
    const { title, shortTitle, description } = page;
    if (sumHead({ ...head, title, shortTitle, description }) !== sumHead(page)) return undefined;
    hrefs.add(page.href);
  }
  return hrefs;
}

/** What fragments could name before. */
export function openBefore(
  { rendered }: Pick<SiteOutline, 'rendered'>,
  links: RebuiltArticles['links'],
): LinkedPages['readFragments'] {
  const others = indexPacked(rendered, links.corpus.articles, () => false);
  return linkPages({ ...links, articles: [], rendered: [], others }).readFragments;
}
