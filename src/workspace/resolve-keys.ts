import { setImmediate } from 'node:timers/promises';
import type { SiteSetup } from '../config/index.ts';
import { createOwnedResult, nameOwner, type Result } from '../diagnostics/index.ts';
import type { Article, Corpus } from '../load/index.ts';
import {
  createResolver,
  createSourceNotes,
  type Resolution,
  type Resolver,
  readNotes,
  type SourceNotes,
  type Tracer,
} from '../resolve/index.ts';
import type { Version } from '../versions/index.ts';
import type { ArticleKey, ResolvedArticles } from './types.ts';
import { createReadLog, nameLooked, type ReadLog, watchData } from './watch-data.ts';

/** An article in a language, under its key. */
export interface KeyedArticle {
  readonly key: ArticleKey;
  readonly language: string;
  readonly article: Article;
}

/** What was resolved before, by key, and what was read for it. Grows as more is resolved. */
export interface ResolvedTables {
  readonly outcomes: Map<ArticleKey, Result<readonly Resolution[]>>;
  readonly reads: ReadLog;
  readonly notes: SourceNotes;
}

/** A resolver of one corpus whose reads are noted by key. */
export interface KeyResolver extends ResolvedTables {
  readonly resolver: Resolver;
}

/** More versions than a site has, for which its texts are followed while they are resolved. */
export interface Outlook {
  /** Those of the site, then others. */
  readonly versions: readonly Version[];
  /** As these versions have it. */
  readonly corpus: Corpus;
  readonly tracer: Tracer;
}

/** Who listens while articles are resolved. */
export type OnResolved = (resolutions: readonly Resolution[]) => void;

function createTables(): ResolvedTables {
  return { outcomes: new Map(), reads: createReadLog(), notes: createSourceNotes() };
}

/** Prepares Liquid for a corpus. What the tables know of its articles is not resolved again. */
export function createKeyResolver(
  setup: Pick<SiteSetup, 'config' | 'versions'>,
  corpus: Corpus,
  tables = createTables(),
  outlook?: Outlook,
): KeyResolver {
  const watched = watchData(outlook?.corpus ?? corpus, tables.reads);
  const { notes } = tables;
  const { config, versions } = setup;
  const wider = outlook && { ...outlook, known: { corpus, versions } };
  return {
    ...tables,
    resolver: createResolver({
      config,
      versions,
      ...wider,
      corpus: watched,
      notes,
      onRead: tables.reads.note,
      onLook: (paths, found) => {
        for (const path of paths) tables.reads.ask(nameLooked(path, found === undefined));
      },
    }),
  };
}

/**
 * What a build of the languages asked for needs of articles, in the order of languages and of the articles given. The source
 * language is among it even if only a translation is built: it lends heading ids and missing words.
 *
 * @param wanted leaves out all others
 */
export function listKeys(
  articles: Iterable<Article>,
  { config, languages }: Pick<SiteSetup, 'config' | 'languages'>,
  wanted?: ReadonlySet<ArticleKey>,
): readonly KeyedArticle[] {
  const list = [...articles];
  const found: KeyedArticle[] = [];
  for (const [at, { code }] of config.languages.entries()) {
    if (at > 0 && !languages.includes(code)) continue;
    for (const article of list) {
      const key = nameOwner(code, article.path);
      if (wanted?.has(key) !== false) found.push({ key, language: code, article });
    }
  }
  return found;
}

/**
 * Resolves articles in the versions of a build, but for those that are known.
 *
 * @param onResolved is given the outcomes of each article as they come, and time to send them on
 */
export async function resolveKeys(
  { resolver, outcomes, reads, notes }: KeyResolver,
  wanted: readonly KeyedArticle[],
  { built }: Pick<SiteSetup, 'built'>,
  onResolved?: OnResolved | undefined,
): Promise<ResolvedArticles> {
  for (const { key, language, article } of wanted) {
    if (outcomes.has(key)) continue;
    reads.attribute(key);
    const resolved = resolver.resolveArticle(article, language, article.versions & built);
    outcomes.set(key, resolved);
    if (onResolved === undefined) continue;
    onResolved(resolved.value);
    await setImmediate();
  }
  reads.attribute('');
  const found = wanted.map(({ key }) => ({ owner: key, ...(outcomes.get(key) ?? NOTHING) }));
  const value = found.flatMap((each) => each.value);
  const said = found.map(({ owner, diagnostics }) => ({ owner, diagnostics }));
  const sources = wanted.flatMap(({ key }) => [...(reads.sources.get(key) ?? [])]);
  return { ...createOwnedResult(value, said), ...readNotes(notes, sources) };
}

const NOTHING: Result<readonly Resolution[]> = { value: [], diagnostics: [] };
