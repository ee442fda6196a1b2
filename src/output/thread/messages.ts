import type { Published } from '../find-last-site.ts';
import type { LastSite } from '../read-last-site.ts';
import type { Snapshot } from '../snapshot.ts';
import type { FileWriter } from '../types.ts';

/** What a thread is started with. */
export interface EarlyData {
  /** Holds the snapshot that will probably be compared with. */
  readonly snapshotFile: string | undefined;
}

/** Said to a thread first: until then it only loads what it needs. */
export interface ThreadData {
  readonly dir: string;
  /** The folder of the last site. */
  readonly target: string | undefined;
  /** How the last build left it. */
  readonly snapshot: Snapshot | undefined;
}

/** What a thread is asked for, in order; `flush` for all to be written, `list` for what the last site holds. */
export type Request = WriteBatch | Copies | Preparation | SnapshotRequest | 'flush' | 'list';

/** A writer to be loaded. */
export interface Preparation {
  readonly prepare: FileWriter;
}

/** Files that have a writer in common, their contents one after the other. */
export interface WriteBatch {
  readonly names: readonly string[];
  readonly lengths: readonly number[];
  readonly bytes: Uint8Array;
  readonly writer: FileWriter | undefined;
}

export interface Copies {
  readonly copies: readonly (readonly [from: string, name: string])[];
}

/** A snapshot of what was published. */
export interface SnapshotRequest {
  readonly published: Published;
}

/** Said first, by itself. */
export interface FolderFinding {
  /** Whether the last site is as its snapshot says. */
  readonly isAsBefore: boolean;
}

/** The answer to each request, in order. */
export interface Answer {
  /** What of it, or of those before it, the last site has just so. */
  readonly kept: readonly string[];
  /** Where the last site was to be listed. */
  readonly last?: LastSite | undefined;
  /** Where one was asked for and could be taken; without `whole` where that is as the thread got it. */
  readonly snapshot?: (Pick<Snapshot, 'since'> & Partial<Snapshot>) | undefined;
}
