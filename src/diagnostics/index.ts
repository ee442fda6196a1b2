/**
 * Diagnostics: the mistakes of authors as data. Every stage returns them beside its value; here they get places,
 * are merged (one for each mistake, with all its uses and versions) and become text. Says nothing itself.
 */
export { CODES, findCodes, formatCodeAnchor, nameRule } from './codes/index.ts';
export type { CodeEntry } from './codes/types.ts';
export { describeSystemFault } from './describe-system-fault.ts';
export { formatDiagnostic, formatPlace, type Paint } from './format.ts';
export { formatGitHub } from './formats/github.ts';
export { formatSarif } from './formats/sarif.ts';
export type { DiagnosticReport } from './formats/types.ts';
export {
  COMMENT_CODES,
  type JudgeOptions,
  judge,
  type RuleScale,
  suggestRule,
  weighFindings,
} from './judge.ts';
export { mergeDiagnostics } from './merge.ts';
export { findNearest } from './nearest.ts';
export { createOwnedResult, listOwned, nameOwner } from './owners.ts';
export { isWritten, placeAt } from './place.ts';
export { softenFault } from './soften-fault.ts';
export type {
  Diagnostic,
  FileEdit,
  Fix,
  OwnedDiagnostics,
  OwnedResult,
  Place,
  Point,
  Result,
  RuleLevel,
  Severity,
  Source,
} from './types.ts';
