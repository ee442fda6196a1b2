/**
 * Diagnostics: the mistakes of authors as data. Every stage returns them beside its value; here they get places,
 * are merged (one for each mistake, with all its uses and versions) and become text. Says nothing itself.
 */
export { formatDiagnostic, formatPlace, type Paint } from './format.ts';
export { mergeDiagnostics } from './merge.ts';
export { findNearest } from './nearest.ts';
export { createOwnedResult, listOwned, nameOwner } from './owners.ts';
export { placeAt } from './place.ts';
export { softenFault } from './soften-fault.ts';
export type {
  Diagnostic,
  OwnedDiagnostics,
  OwnedResult,
  Place,
  Result,
  Severity,
  Source,
} from './types.ts';
