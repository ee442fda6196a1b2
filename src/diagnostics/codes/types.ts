import type { Severity } from '../types.ts';

/** One kind of mistake: a row of the table of all codes, and a section of `docs/content/reference/diagnostics.md`. */
export interface CodeEntry {
  /** `stage/kind`. */
  readonly code: string;
  /** How much it weighs where the site file says nothing else. */
  readonly severity: Severity;
  /** What is wrong, in a sentence. */
  readonly means: string;
  /** The least that shows it, as it is written in a source or as the files are named. */
  readonly example: string;
  /** What to do about it. */
  readonly remedy: string;
  /** What a site published with `--keep-going` shows, or what readers get of a warning. */
  readonly cost: string;
  /** Whether a page may be left out for it: then, as an error, it is neither ignored nor made less of. */
  readonly costsPage?: true;
  /** Only `decant check` looks for it; a build says nothing. */
  readonly onlyCheck?: true;
}
