import { EMPTY_SET, formatVersions } from '../versions/index.ts';
import type { Rule } from './types.ts';

/** Index pages that have children, but none in some version of their own. */
export const emptyIndex: Rule = {
  code: 'check/empty-index',
  check: ({ corpus, versions, built }) =>
    [...corpus.articles.values()].flatMap(({ kind, path, file, children, versions: own, keyPlaces }) => {
      if (kind !== 'index' || children.length === 0) return [];
      const below = children.reduce(
        (set, { value }) => set | (corpus.articles.get(value)?.versions ?? EMPTY_SET),
        EMPTY_SET,
      );
      const isUnsure = (path: string) => (corpus.articles.get(path)?.versions ?? EMPTY_SET) === EMPTY_SET;
      const empty = own & built & ~below;
      // A child whose file has a fault is told already, and may be in any version once it is mended.
      if (empty === EMPTY_SET || children.some(({ value }) => isUnsure(value))) return [];
      return [
        {
          message: `The index page '/${path}' is in versions in which it has no children.`,
          hint: "Remove them from its 'versions', or add them to those of a child.",
          place: keyPlaces.get('versions') ?? { file, line: 1, column: 1 },
          versions: formatVersions(empty, versions),
        },
      ];
    }),
};
