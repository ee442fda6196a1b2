import type { SiteConfig } from '../config/index.ts';
import type { Result } from '../diagnostics/index.ts';
import type { Corpus } from '../load/index.ts';
import { createResolver, type Resolution } from '../resolve/index.ts';
import { createSet, listVersions, type Version } from '../versions/index.ts';

/** Which article to resolve. */
export interface ResolveRequest {
  /** Path of the article: `packages/quickstart`. */
  readonly path: string;
  /** All versions of the site if absent. */
  readonly versions?: readonly Version[];
  /** Code of a language; the source language if absent. */
  readonly language?: string;
}

/**
 * The distinct outcomes of one article: each holds the versions that share it and its fields as Markdown without Liquid.
 * None where the corpus has no such article. For many articles `createResolver` is faster.
 *
 * @example
 * const { value } = resolveArticle(config, corpus, { path: 'packages/quickstart' });
 * for (const { versions, fields } of value) console.log(formatVersions(versions, all), fields.body?.text);
 */
export function resolveArticle(
  config: SiteConfig,
  corpus: Corpus,
  { path, versions, language }: ResolveRequest,
): Result<readonly Resolution[]> {
  const all = listVersions(config.plans);
  const article = corpus.articles.get(path);
  if (article === undefined) return { value: [], diagnostics: [] };
  const resolver = createResolver({ config, corpus, versions: all });
  const code = language ?? config.languages[0]?.code ?? '';
  return resolver.resolveArticle(article, code, createSet(versions ?? all));
}
