import type { Source } from '../diagnostics/index.ts';
import type { Corpus, DataStore } from '../load/index.ts';
import type { ArticleKey, DataUses } from './types.ts';

/** By whom what of a site was read. */
export interface ReadLog {
  readonly uses: DataUses;
  /** The texts that went into what was made. */
  readonly sources: ReadonlyMap<ArticleKey, ReadonlySet<Source>>;
  /** Says who reads from now on. Until somebody is named, nobody reads: the empty name. */
  attribute(key: ArticleKey): void;
  /** Takes a text that goes into what is made; that of the article itself is no use of another. */
  note(source: Source, isIncluded: boolean): void;
  /** Takes a name of `data/` that was asked for. */
  ask(name: string): void;
  /** The same log without what some have read: they will read again. */
  forget(keys: ReadonlySet<ArticleKey>): ReadLog;
}

/** What stands among uses for anything at all. */
export const ANYTHING = '*';

export function createReadLog(
  known: Iterable<readonly [ArticleKey, readonly [ReadonlySet<string>, ReadonlySet<Source>]]> = [],
): ReadLog {
  const uses = new Map<ArticleKey, Set<string>>();
  const sources = new Map<ArticleKey, Set<Source>>();
  for (const [key, [names, texts]] of known) {
    uses.set(key, new Set(names));
    sources.set(key, new Set(texts));
  }
  let current = open('');
  return {
    uses,
    sources,
    attribute: (key) => {
      current = open(key);
    },
    note(source, isIncluded) {
      current.sources.add(source);
      if (isIncluded) current.uses.add(source.place.file);
    },
    ask: (name) => current.uses.add(name),
    forget: (keys) =>
      createReadLog(
        [...uses].flatMap(([key, names]) =>
          key === '' || keys.has(key) ? [] : [[key, [names, sources.get(key) ?? new Set()]] as const],
        ),
      ),
  };

  function open(key: ArticleKey) {
    const opened = {
      uses: uses.get(key) ?? new Set<string>(),
      sources: sources.get(key) ?? new Set<Source>(),
    };
    uses.set(key, opened.uses);
    sources.set(key, opened.sources);
    return opened;
  }
}

/**
 * The paths at which a tag looks for an article, as they stand among uses: no reference and no file has such a name. Behind a path
 * at which there is none, and whose hint may name another article, stands a `!`.
 */
export function nameLooked(path: string, isMissing: boolean): string {
  return `/${path}${isMissing ? '!' : ''}`;
}

/** The reverse of `nameLooked`; undefined for all else that stands among uses. */
export function readLooked(name: string): { readonly path: string; readonly isMissing: boolean } | undefined {
  if (!name.startsWith('/')) return undefined;
  const isMissing = name.endsWith('!');
  return { path: name.slice(1, isMissing ? -1 : undefined), isMissing };
}

/** A corpus that notes what of its data is asked for. */
export function watchData(corpus: Corpus, { ask }: Pick<ReadLog, 'ask'>): Corpus {
  return { ...corpus, data: watchStore(corpus.data) };

  function watchStore(data: DataStore): DataStore {
    return {
      find(reference, language) {
        ask(reference);
        return data.find(reference, language);
      },
      findNearest: data.findNearest,
      explainAbsent: data.explainAbsent,
      parts: data.parts,
      tree(language) {
        ask(ANYTHING);
        return data.tree(language);
      },
    };
  }
}
