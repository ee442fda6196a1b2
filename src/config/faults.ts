import type { Diagnostic, Place, Severity } from '../diagnostics/index.ts';

/** A mistake in a file, before it is known what plays a part beside its place. */
export interface Fault {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly hint?: string | undefined;
  readonly place: Place;
  readonly versions?: readonly string[];
  readonly languages?: readonly string[];
}

export type ReportFault = (fault: Fault) => void;

/** A diagnostic without uses: what is wrong stands where it was found. */
export function createDiagnostic({ hint, versions = [], languages = [], ...fault }: Fault): Diagnostic {
  return { ...fault, ...(hint === undefined ? {} : { hint }), via: [], versions, languages };
}
