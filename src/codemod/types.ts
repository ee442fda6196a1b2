import type { Place } from '../diagnostics/types.ts';

/** A stretch of a file and what takes its place. Offsets count in the text as `load` reads it. */
export interface SourceEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Something that stays as it is although it says less than it seems to, and why. */
export interface LeftPlace {
  readonly place: Place;
  /** A sentence. */
  readonly reason: string;
}

/** What files become. */
export interface Rewrite {
  /** By file, in the order of the text; none overlaps another. */
  readonly edits: ReadonlyMap<string, readonly SourceEdit[]>;
  readonly deleted: readonly string[];
  readonly left: readonly LeftPlace[];
}
