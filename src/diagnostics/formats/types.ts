import type { Diagnostic } from '../types.ts';

/** Diagnostics for another program, and what it has to know beside them. */
export interface DiagnosticReport {
  readonly diagnostics: readonly Diagnostic[];
  /** What stands before the names of files in the repository: `docs/`, or nothing. */
  readonly prefix: string;
  /** The text of a file of the site, where it is known. */
  readonly readText: (file: string) => string | undefined;
  /** Of this program. */
  readonly version: string;
  /** Of this program; empty where nobody knows. */
  readonly homepage: string;
  /** Where `docs/content/reference/diagnostics.md` stands, as an absolute address. */
  readonly documentUrl: string;
}
