import { type LastSite, readLastSite } from './read-last-site.ts';
import { openSnapshot, type Snapshot, snapshotFolder } from './snapshot.ts';
import type { LoadedSnapshot } from './snapshot-drawer.ts';

/** The last site as a build finds it, and what becomes of it. */
export interface FoundSite {
  /** Whether it is as its snapshot says. */
  readonly isAsBefore: boolean;
  /** What it holds; undefined where there is none. Looked for when it is first asked. */
  list(): LastSite | undefined;
  /** How a folder was left by this build; undefined where that is not known. */
  takeSnapshot(published: Published): Snapshot | undefined;
}

/** What was published. */
export interface Published {
  /** Absolute path. */
  readonly folder: string;
  /** Of all files; where others are kept, of those that were put there. */
  readonly names: ReadonlySet<string>;
  readonly keepsOthers: boolean;
  /** Whether all folders are other ones than before. */
  readonly isSwapped: boolean;
  /** Where others are kept: those that were taken away. */
  readonly removed: ReadonlySet<string>;
}

/**
 * Looks at the folder of the last site.
 *
 * @param target undefined where there is none
 * @param snapshot how the last build left it, if that is known
 * @param early what its file held when it was looked into before
 */
export function findLastSite(
  target: string | undefined,
  snapshot: Snapshot | undefined,
  early?: LoadedSnapshot,
): FoundSite {
  const opened =
    target === undefined || snapshot === undefined ? undefined : openSnapshot(target, snapshot, early);
  const known = opened?.isAsBefore ? opened : undefined;
  let last: LastSite | undefined;
  return { isAsBefore: known !== undefined, list, takeSnapshot };

  function list(): LastSite | undefined {
    if (target === undefined) return undefined;
    last ??= known === undefined ? readLastSite(target) : { dir: target, files: known.list(), others: [] };
    return last;
  }

  function takeSnapshot({ folder, keepsOthers, ...differing }: Published): Snapshot | undefined {
    if (!keepsOthers) return snapshotFolder(folder, differing.names);
    return known?.refresh(folder, differing);
  }
}
