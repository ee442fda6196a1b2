import type { OldAddresses } from '../links/index.ts';
import type { Corpus, DataStore } from '../load/index.ts';
import type { Ledger, WantedKind } from './ledger.ts';
import type { ArticleFiles } from './list-article-files.ts';

/** A corpus that holds a part of a site and notes what it is asked for, so that the next part has it. */
export function watchCorpus(corpus: Corpus, all: ArticleFiles, ledger: Ledger): Corpus {
  return {
    ...corpus,
    articles: nameAll(watchMap(corpus.articles, 'article', ledger), all),
    data: watchData(corpus.data, ledger),
    images: watchMap(corpus.images, 'image', ledger),
  };
}

/** Old addresses of a part, noted in the same way; not that of an article that is still to be read. */
export function watchAddresses({ find }: OldAddresses, all: ArticleFiles, ledger: Ledger): OldAddresses {
  return {
    find(version, path) {
      if (!all.has(path) || ledger.hasTaken('article', path)) ledger.want('old-address', path);
      return find(version, path);
    },
  };
}

/** Gives articles the names of all of a site, for hints. */
export function nameAll<T extends Corpus['articles']>(articles: T, all: ArticleFiles): T {
  return Object.assign(articles, { keys: () => all.keys() });
}

function watchMap<T>(map: ReadonlyMap<string, T>, kind: WantedKind, ledger: Ledger): Map<string, T> {
  return Object.assign(new Map(map), {
    get(name: string) {
      if (!map.has(name)) ledger.want(kind, name);
      return map.get(name);
    },
  });
}

/** A tree needs all data, and so does a hint, once nothing else is lacking. */
function watchData(data: DataStore, ledger: Ledger): DataStore {
  return {
    parts: data.parts,
    find(reference, language) {
      ledger.want('reference', reference);
      return data.find(reference, language);
    },
    findNearest(reference) {
      if (!ledger.isLacking()) ledger.want('data');
      return data.findNearest(reference);
    },
    explainAbsent(reference) {
      if (!ledger.isLacking()) ledger.want('data');
      return data.explainAbsent(reference);
    },
    tree(language) {
      ledger.want('data');
      return data.tree(language);
    },
  };
}
