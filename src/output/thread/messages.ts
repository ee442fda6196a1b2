import type { LastSite } from '../read-last-site.ts';
import type { FileWriter } from '../types.ts';

/** What a thread that writes files begins with. */
export interface ThreadData {
  readonly dir: string;
  /** The folder of the last site. */
  readonly target: string | undefined;
}

/** What a thread is asked for, in order: files to be written, files to be copied, a writer to be loaded, and that all be written. */
export type Request = Batch | Copies | Preparation | 'flush';

export interface Preparation {
  readonly prepare: FileWriter;
}

/** Files that have a writer in common, their contents one after the other. */
export interface Batch {
  readonly names: readonly string[];
  readonly lengths: readonly number[];
  readonly bytes: Uint8Array;
  readonly writer: FileWriter | undefined;
}

export interface Copies {
  readonly copies: readonly (readonly [from: string, name: string])[];
}

/** Said first, by itself: who only wants to know whether the last site is as it was need not take in all its names. */
export interface Signature {
  /** Of all that the last site holds, as `signFiles` makes it; undefined where there is none. */
  readonly signature: string | undefined;
}

/** Said next: what the last site holds. */
export interface Listing {
  readonly last: LastSite | undefined;
}

/** The answer to a request: what of it, or of those before it, the last site has just so. */
export interface Answer {
  readonly kept: readonly string[];
}
