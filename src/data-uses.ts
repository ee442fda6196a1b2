import type { Corpus, DataStore } from './load/index.ts';

/** By whom what of `data/` was asked for: references, and the files in which they were found; `*` for anything at all. */
export type DataUses = ReadonlyMap<string, ReadonlySet<string>>;

/** A corpus that notes what of its data is asked for. */
export interface DataWatch {
  readonly corpus: Corpus;
  /** What has been asked for so far. */
  readonly uses: DataUses;
  /** Says who asks from now on. */
  readonly attribute: (owner: string) => void;
}

export const ANYTHING = '*';

/** Until somebody is named, nobody asks: the empty name. */
export function watchData(corpus: Corpus): DataWatch {
  const uses = new Map<string, Set<string>>();
  let current = findNoted('');
  return {
    corpus: { ...corpus, data: watchStore(corpus.data) },
    uses,
    attribute(owner) {
      current = findNoted(owner);
    },
  };

  function findNoted(owner: string): Set<string> {
    const noted = uses.get(owner) ?? new Set();
    uses.set(owner, noted);
    return noted;
  }

  function watchStore(data: DataStore): DataStore {
    return {
      find(reference, language) {
        const found = data.find(reference, language);
        current.add(reference);
        if (found !== undefined) current.add(found.source.place.file);
        return found;
      },
      findNearest: data.findNearest,
      parts: data.parts,
      tree(language) {
        current.add(ANYTHING);
        return data.tree(language);
      },
    };
  }
}
