import type { Article, Corpus } from '../load/index.ts';
import { hasVersion, type Version } from '../versions/index.ts';

/** The articles that an index page lists in a version. Nothing hidden, and nothing below what is hidden or not there. */
export function listChildren(
  index: Article,
  { articles }: Pick<Corpus, 'articles'>,
  version: Version,
): readonly Article[] {
  const isShown = (article: Article | undefined): article is Article =>
    article !== undefined && !article.hidden && hasVersion(article.versions, version);
  for (let path: string | undefined = index.path; path !== undefined; ) {
    const above = articles.get(path);
    if (!isShown(above)) return [];
    path = above.parent;
  }
  return index.children.map(({ value }) => articles.get(value)).filter(isShown);
}
