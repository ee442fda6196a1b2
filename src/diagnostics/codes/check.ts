import type { CodeEntry } from './types.ts';

/** What only `decant check` looks for. */
export const CHECK_CODES: readonly CodeEntry[] = [];
