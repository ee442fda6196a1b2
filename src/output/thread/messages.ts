import type { LastSite } from '../read-last-site.ts';
import type { FileWriter } from '../types.ts';

/** What a thread that writes files begins with. */
export interface ThreadData {
  readonly dir: string;
  readonly last: LastSite | undefined;
}

/** Files for the thread, their contents one after the other; without any, a wish that everything be written. */
export interface Batch {
  readonly bytes: Uint8Array;
  readonly files: readonly SentFile[];
}

export type SentFile =
  | { readonly name: string; readonly length: number; readonly writer: FileWriter | undefined }
  | { readonly name: string; readonly from: string };

/** The answer to a batch: what of it, or of those before it, the last site has just so. */
export interface Answer {
  readonly kept: readonly string[];
}
