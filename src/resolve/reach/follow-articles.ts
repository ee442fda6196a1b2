import { setImmediate } from 'node:timers/promises';
import type { SiteConfig } from '../../config/index.ts';
import type { Source } from '../../diagnostics/index.ts';
import type { Article, Corpus } from '../../load/index.ts';
import type { Resolver } from '../resolver.ts';
import type { Tracer } from './tracer.ts';
import type { TracedSource } from './types.ts';

/** A resolver of a site that may have more versions than are built, and the tracer it was given. */
interface TracedResolver {
  readonly resolver: Pick<Resolver, 'followArticle' | 'readSource'>;
  readonly tracer: Pick<Tracer, 'list'>;
  readonly corpus: Pick<Corpus, 'articles'>;
}

/** What the articles of a site come to. */
export interface FollowedArticles {
  readonly traced: readonly TracedSource[];
  /** Articles that were given up in some version, so that nobody knows all that they come to. */
  readonly runaways: readonly Article[];
}

/**
 * Follows all articles through all versions and languages, but for what the resolver has made of them already. Gives way between
 * articles, so that whatever else waits for this process goes on meanwhile.
 *
 * @param others texts that are read too where no article comes to them; no version does then
 */
export async function followArticles(
  { resolver, tracer, corpus }: TracedResolver,
  { languages }: Pick<SiteConfig, 'languages'>,
  others: Iterable<Source> = [],
): Promise<FollowedArticles> {
  const runaways: Article[] = [];
  for (const article of corpus.articles.values()) {
    const followed = languages.map(({ code }) => resolver.followArticle(article, code));
    if (followed.includes('given up')) runaways.push(article);
    await setImmediate();
  }
  const come = new Set(tracer.list().map(({ source }) => namePlace(source)));
  for (const source of others) if (!come.has(namePlace(source))) resolver.readSource(source);
  return { traced: tracer.list(), runaways };
}

function namePlace({ place: { file, line, column } }: Source): string {
  return `${file}:${line}:${column}`;
}
