import type { PageHead } from '../links/index.ts';

/** Articles that came and went with a release, with those apart that only have another file now. */
export interface Moves<P extends PageHead> {
  readonly pairs: readonly (readonly [older: P, newer: P])[];
  readonly added: readonly P[];
  readonly removed: readonly P[];
}

/**
 * An article that is gone has moved where its address leads to one that came. `findTarget` says where the address of an
 * older page leads in the newer release. Of several that became one, the first has moved; where an address leads to a
 * page that was there before, as to the index page above it, the article is gone.
 */
export function pairMoved<P extends PageHead>(
  added: readonly P[],
  removed: readonly P[],
  findTarget: (older: P) => string | undefined,
): Moves<P> {
  const come = new Map(added.map((page) => [page.href, page]));
  const pairs = removed.flatMap((older): Moves<P>['pairs'] => {
    const target = findTarget(older) ?? '';
    const newer = come.get(target);
    come.delete(target);
    return newer === undefined ? [] : [[older, newer]];
  });
  const moved = new Set(pairs.map(([older]) => older));
  return { pairs, added: [...come.values()], removed: removed.filter((page) => !moved.has(page)) };
}
