import type { Corpus, DataStore } from '../load/index.ts';
import type { ArticleKey, DataUses } from './types.ts';

/** A corpus that notes what of its data is asked for. */
export interface DataWatch {
  readonly corpus: Corpus;
  /** What has been asked for so far. */
  readonly uses: DataUses;
  /** Says who asks from now on. */
  readonly attribute: (owner: ArticleKey) => void;
  /** Takes the file of a text that goes into what is made: mere asking does not read it. */
  readonly onRead: (file: string) => void;
}

/** What stands among uses for anything at all. */
export const ANYTHING = '*';

/** Until somebody is named, nobody asks: the empty name. */
export function watchData(corpus: Corpus): DataWatch {
  const uses = new Map<ArticleKey, Set<string>>();
  let current = findNoted('');
  return {
    corpus: { ...corpus, data: watchStore(corpus.data) },
    uses,
    attribute(owner) {
      current = findNoted(owner);
    },
    onRead: (file) => current.add(file),
  };

  function findNoted(owner: ArticleKey): Set<string> {
    const noted = uses.get(owner) ?? new Set();
    uses.set(owner, noted);
    return noted;
  }

  function watchStore(data: DataStore): DataStore {
    return {
      find(reference, language) {
        current.add(reference);
        return data.find(reference, language);
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
