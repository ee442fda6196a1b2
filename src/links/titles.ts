import type { Article } from '../load/index.ts';
import type { Version } from '../versions/index.ts';
import type { RenderedIndex } from './rendered-index.ts';
import type { LinkContext, LinkResolver, WrittenLink } from './resolve-link.ts';
import type { RenderedArticle } from './types.ts';

/** Plain text; the last segment of the path where an article has no title, which `load` reports. */
export function readTitle({ renderings, resolution }: RenderedArticle): string {
  return renderings.title?.text || nameByPath(resolution.article);
}

/** What links are answered with. */
export interface TitleSources {
  readonly rendered: RenderedIndex;
  readonly resolver: LinkResolver;
}

/** What an AUTOTITLE link says on a page: the title of its article, or the address itself where it leads to none. */
export function readLinkTitle(
  { rendered, resolver }: TitleSources,
  written: WrittenLink,
  from: LinkContext,
): string {
  const link = resolver.resolveLink(written, from);
  if (link.kind !== 'article') return written.url;
  return findTitle(rendered, link.language, link.target.article, link.target.version);
}

/**
 * Title of an article for links to it. A version that is not built now has no rendering: then the title is taken
 * from another version, or from the source if it holds no Liquid.
 */
function findTitle(rendered: RenderedIndex, language: string, article: Article, version: Version): string {
  const found = rendered.find(language, article.path, version) ?? rendered.list(language, article.path).at(0);
  return found === undefined ? readSourceTitle(article, language) : readTitle(found);
}

function readSourceTitle(article: Article, language: string): string {
  const title = (article.texts.get(language) ?? [...article.texts.values()][0])?.fields.title?.text;
  return title === undefined || /\{[{%]/.test(title) ? nameByPath(article) : title.trim();
}

function nameByPath({ path }: Article): string {
  return path.split('/').at(-1) ?? path;
}
