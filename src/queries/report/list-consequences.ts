import type { Diagnostic } from '../../diagnostics/index.ts';
import { count } from './figures.ts';
import type { DifferenceReport, LostReport } from './types.ts';

/** One list of a report: what the difference brings beside other pages. */
export interface Consequence {
  readonly title: string;
  /** In sentences; what stands in `words` is of the sources. */
  readonly lines: readonly { readonly words: string; readonly told: string }[];
}

/** New errors and warnings, those that are gone, and lost addresses: what asks for something to be done. */
export function listConsequences({ problems, lost = [] }: DifferenceReport): readonly Consequence[] {
  const { brought = [], mended = [] } = problems ?? {};
  const sorted = brought.toSorted((one, other) => weigh(other) - weigh(one));
  return [
    { title: `New ${countKinds(brought)}`, lines: sorted.map(describeProblem) },
    { title: `Gone ${countKinds(mended)}`, lines: mended.map(describeProblem) },
    { title: `Lost ${lost.length === 1 ? 'address' : 'addresses'}`, lines: lost.map(describeLoss) },
  ].filter(({ lines }) => lines.length > 0);
}

function weigh({ severity }: Diagnostic): number {
  return severity === 'error' ? 1 : 0;
}

/** `errors: 1, warnings: 2`, in the singular where there is one alone. */
function countKinds(found: readonly Diagnostic[]): string {
  const errors = found.filter(({ severity }) => severity === 'error').length;
  const warnings = found.length - errors;
  if (warnings === 0) return errors === 1 ? 'error' : 'errors';
  if (errors === 0) return warnings === 1 ? 'warning' : 'warnings';
  return 'errors and warnings';
}

function describeProblem({ place, severity, code, message, versions }: Diagnostic) {
  const where = versions.length === 0 ? '' : `, in ${shorten(versions)}`;
  return {
    words: `${place.file}:${place.line}:${place.column} ${message}`,
    told: `${severity} ${code}${where}`,
  };
}

function describeLoss({ addresses, file, written, reason }: LostReport) {
  const what = `${written}${file === undefined ? '' : `  (${file})`}`;
  return {
    words: shorten(addresses),
    told: `${addresses.length === 1 ? 'it leads' : 'they lead'} nowhere now. Write ${what}: ${reason}`,
  };
}

const MOST_NAMES = 6;

function shorten(names: readonly string[]): string {
  const more = names.length - MOST_NAMES;
  return more > 0 ? `${names.slice(0, MOST_NAMES).join(', ')} and ${more} more` : names.join(', ');
}

/** How many there are of each list, as the opening of a report says it. */
export function countConsequences(report: DifferenceReport): readonly string[] {
  const { brought = [], mended = [] } = report.problems ?? {};
  const errors = brought.filter(({ severity }) => severity === 'error').length;
  const said = [
    ...(errors > 0 ? [count(errors, 'new error')] : []),
    ...(brought.length > errors ? [count(brought.length - errors, 'new warning')] : []),
    ...(mended.length > 0 ? [`${mended.length} gone`] : []),
  ];
  const lost = (report.lost ?? []).reduce((sum, { addresses }) => sum + addresses.length, 0);
  return [
    ...(said.length > 0 ? [`Errors and warnings: ${said.join(', ')}.`] : []),
    ...(lost > 0
      ? [
          `${lost === 1 ? '1 address that led to a page no longer leads' : `${lost} addresses that led to pages no longer lead`} anywhere.`,
        ]
      : []),
  ];
}
