import { nameOwner } from '../../diagnostics/index.ts';
import { outlineRendered, type RenderedArticle, type RenderedIndex } from '../../links/index.ts';
import type { Article } from '../../load/index.ts';
import { hasVersion } from '../../versions/index.ts';

/** What links can see of the articles of a site: by owner one text for all its outcomes, for few links ask. */
export type PackedRendered = ReadonlyMap<string, string>;

type Packed = Omit<RenderedArticle['resolution'], 'article' | 'versions'> &
  Pick<RenderedArticle, 'renderings'> & { readonly versions: string };

export function packRendered(rendered: readonly RenderedArticle[]): PackedRendered {
  const owners = new Map<string, Packed[]>();
  for (const { resolution, renderings } of rendered.map(outlineRendered)) {
    const { article, versions, ...rest } = resolution;
    const owner = nameOwner(resolution.language, article.path);
    const packed = owners.get(owner) ?? [];
    owners.set(owner, packed);
    packed.push({ ...rest, versions: `${versions}`, renderings });
  }
  return new Map([...owners].map(([owner, packed]) => [owner, JSON.stringify(packed)]));
}

/** The outcomes of one article in a language, broken ones among them. */
export function unpackRendered(
  packed: PackedRendered,
  language: string,
  article: Article,
): readonly RenderedArticle[] {
  const outcomes: readonly Packed[] = JSON.parse(packed.get(nameOwner(language, article.path)) ?? '[]');
  return outcomes.map(({ versions, renderings, ...rest }) => ({
    resolution: { ...rest, article, versions: BigInt(versions) },
    renderings,
  }));
}

/**
 * All articles but some, each unpacked when a link first asks for it.
 *
 * @param isLeftOut whether there is nothing to be told of an article
 */
export function indexPacked(
  packed: PackedRendered,
  articles: ReadonlyMap<string, Article>,
  isLeftOut: (path: string) => boolean,
): RenderedIndex {
  const known = new Map<string, readonly RenderedArticle[]>();
  return {
    list,
    find: (language, path, version) =>
      list(language, path).find(({ resolution }) => hasVersion(resolution.versions, version)),
  };

  function list(language: string, path: string): readonly RenderedArticle[] {
    const owner = nameOwner(language, path);
    const outcomes = known.get(owner) ?? read(language, path);
    known.set(owner, outcomes);
    return outcomes;
  }

  function read(language: string, path: string): readonly RenderedArticle[] {
    const article = articles.get(path);
    if (article === undefined || isLeftOut(path)) return [];
    return unpackRendered(packed, language, article).filter(({ resolution }) => !resolution.broken);
  }
}
