import { setImmediate } from 'node:timers/promises';
import type { SiteSetup } from '../config/index.ts';
import { createOwnedResult, nameOwner, type Result } from '../diagnostics/index.ts';
import type { Article } from '../load/index.ts';
import type { Resolution, Resolver } from '../resolve/index.ts';
import type { ArticleKey, ResolvedArticles } from './types.ts';

/** An article in a language, under its key. */
export interface KeyedArticle {
  readonly key: ArticleKey;
  readonly language: string;
  readonly article: Article;
}

/** What was resolved before, by key. Those that are resolved now are added. */
export type ResolvedKeys = Map<ArticleKey, Result<readonly Resolution[]>>;

/** Who listens while articles are resolved. */
export interface ResolveListener {
  /** An article in a language is about to be resolved. */
  readonly onBegin?: (key: ArticleKey) => void;
  /** Is given the outcomes of each article as they come, and time to send them on. */
  readonly onResolved?: ((resolutions: readonly Resolution[]) => void) | undefined;
}

/**
 * What a build of the languages asked for needs of articles, in the order of languages and of the articles given. The source
 * language is among it even if only a translation is built: it lends heading ids and missing words.
 */
export function listKeys(
  articles: Iterable<Article>,
  { config, languages }: Pick<SiteSetup, 'config' | 'languages'>,
): readonly KeyedArticle[] {
  const list = [...articles];
  return config.languages
    .filter(({ code }, at) => at === 0 || languages.includes(code))
    .flatMap(({ code }) =>
      list.map((article) => ({ key: nameOwner(code, article.path), language: code, article })),
    );
}

/** Resolves articles in the versions of a build, but for those that are known. */
export async function resolveKeys(
  resolver: Resolver,
  wanted: readonly KeyedArticle[],
  { built }: Pick<SiteSetup, 'built'>,
  { onBegin, onResolved }: ResolveListener = {},
  known: ResolvedKeys = new Map(),
): Promise<ResolvedArticles> {
  for (const { key, language, article } of wanted) {
    if (known.has(key)) continue;
    onBegin?.(key);
    const resolved = resolver.resolveArticle(article, language, article.versions & built);
    known.set(key, resolved);
    if (onResolved === undefined) continue;
    onResolved(resolved.value);
    await setImmediate();
  }
  const found = wanted.map(({ key }) => ({ owner: key, ...(known.get(key) ?? NOTHING) }));
  return {
    ...createOwnedResult(
      found.flatMap(({ value }) => value),
      found.map(({ owner, diagnostics }) => ({ owner, diagnostics })),
    ),
    legacy: resolver.listLegacyForms(),
    repairs: new Map(resolver.listRepairs()),
  };
}

const NOTHING: Result<readonly Resolution[]> = { value: [], diagnostics: [] };
