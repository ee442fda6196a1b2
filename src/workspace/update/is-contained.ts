import { type LinkedPages, type LinkInput, linkPages, type PageHead } from '../../links/index.ts';
import type { Article } from '../../load/index.ts';
import { describeOutlines, sumHead } from './describe.ts';
import { hasSameAnchors } from './has-same-anchors.ts';
import { hasSameChanges } from './has-same-changes.ts';
import { indexPacked, type PackedRendered, unpackRendered } from './pack-rendered.ts';
import type { SiteOutline } from './types.ts';

/** Articles that were rebuilt. */
export interface RebuiltArticles {
  readonly articles: readonly Article[];
  readonly linked: LinkedPages;
  /** What links can see of them. */
  readonly outlined: PackedRendered;
  /** What links are answered with, but for what has been rendered. */
  readonly links: Omit<LinkInput, 'articles' | 'rendered' | 'others'>;
}

/** Whether other pages see nothing of what is other in articles that were rebuilt. `pages.json` may: it lists headings. */
export function isContained(
  outline: SiteOutline,
  { articles, linked, outlined, links }: RebuiltArticles,
): boolean {
  const { config, versions } = links;
  const languages = config.languages.map(({ code }) => code);
  const paths = new Set(articles.map(({ path }) => path));
  const isRebuilt = ({ article }: PageHead) => paths.has(article.path);
  return (
    isSame(listSums(outline, isRebuilt), linked.value.map(sumHead)) &&
    isSame(tell(outline.rendered), tell(outlined)) &&
    hasSameChanges(outline, linked.value, isRebuilt) &&
    hasSameAnchors(articles, {
      languages,
      versions,
      uses: outline.fragments,
      before: openBefore(outline, links),
      now: linked.readFragments,
    })
  );

  function tell(packed: PackedRendered): readonly string[] {
    const outcomes = languages.flatMap((language) =>
      articles.flatMap((article) => unpackRendered(packed, language, article)),
    );
    return describeOutlines(outcomes, versions);
  }
}

function listSums({ heads, sums }: SiteOutline, isRebuilt: (head: PageHead) => boolean): readonly string[] {
  return heads.flatMap((head, at) => (isRebuilt(head) ? (sums[at] ?? '') : []));
}

/** What fragments could name before. */
function openBefore(
  { rendered }: SiteOutline,
  links: RebuiltArticles['links'],
): LinkedPages['readFragments'] {
  const others = indexPacked(rendered, links.corpus.articles, () => false);
  return linkPages({ ...links, articles: [], rendered: [], others }).readFragments;
}

function isSame(before: readonly string[], now: readonly string[]): boolean {
  return before.length === now.length && before.every((text, at) => text === now[at]);
}
