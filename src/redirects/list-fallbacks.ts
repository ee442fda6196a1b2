import type { Article } from '../load/index.ts';
import type { Version } from '../versions/index.ts';
import { type Claim, findFirstVersion } from './list-claims.ts';

/** Where an address without a version leads if the default version has no page and no redirect there. */
export interface Fallback {
  readonly address: string;
  readonly article: Article;
  readonly version: Version;
}

/** Best first: articles at their own path, then at old ones; of several the one whose version comes first. */
export function listFallbacks(
  articles: readonly Article[],
  claims: readonly Claim[],
  versions: readonly Version[],
): readonly Fallback[] {
  const firsts = new Map(articles.map((article) => [article, findFirstVersion(article, versions)]));
  const own = articles.flatMap((article) => {
    const version = firsts.get(article);
    return version === undefined ? [] : [{ address: article.path, article, version }];
  });
  const old = claims
    .filter(({ article, version }) => version === firsts.get(article))
    .flatMap(({ unversioned, article, version }) =>
      unversioned === undefined ? [] : [{ address: unversioned, article, version }],
    );
  return [...own, ...old.sort((one, other) => one.version.index - other.version.index)];
}
