import type { PageHead } from '../links/index.ts';
import type { ChangedPage, Changes } from './types.ts';

/** The same lists of changes with other heads in the place of their pages; what is one object stays one. */
export function replaceHeads(
  { releases, pages }: Pick<Changes, 'releases' | 'pages'>,
  replace: (page: PageHead) => PageHead,
): Pick<Changes, 'releases' | 'pages'> {
  const known = new Map<ChangedPage, ChangedPage>();
  return {
    pages: pages.map(replaceChange),
    releases: releases.map((release) => ({
      ...release,
      changed: release.changed.map(replaceChange),
      moved: release.moved.map(({ older, newer, change }) => ({
        older: replace(older),
        newer: replace(newer),
        change: change && replaceChange(change),
      })),
      added: release.added.map(replace),
      removed: release.removed.map(replace),
    })),
  };

  function replaceChange(change: ChangedPage): ChangedPage {
    const replaced = known.get(change) ?? {
      ...change,
      older: replace(change.older),
      newer: replace(change.newer),
    };
    known.set(change, replaced);
    return replaced;
  }
}
