import { formatPlace } from '../format.ts';
import type { Diagnostic, Severity } from '../types.ts';
import type { DiagnosticReport } from './types.ts';

/** GitHub shows that many annotations of a kind for a step, and drops the rest without a word. */
const MAX_SHOWN = 10;

/**
 * Annotations of a pull request, as GitHub reads them from the output of a step: the worst first, as many as it shows. The
 * others are lines of the log.
 */
export function formatGitHub(report: DiagnosticReport): string {
  const errors = pick(report.diagnostics, 'error');
  const warnings = pick(report.diagnostics, 'warning');
  const shown = [...errors.slice(0, MAX_SHOWN), ...warnings.slice(0, MAX_SHOWN)];
  const rest = [...errors.slice(MAX_SHOWN), ...warnings.slice(MAX_SHOWN)];
  const lines = [
    ...shown.map((each) => formatAnnotation(each, report)),
    ...(rest.length > 0
      ? [
          `::notice title=decant::${shown.length} of ${shown.length + rest.length} findings are shown, the worst first. The log of the step has all of them.`,
        ]
      : []),
    ...rest.map((each) => formatLine(each, report)),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

/** Those that more versions and more pages have come first. */
function pick(diagnostics: readonly Diagnostic[], wanted: Severity): readonly Diagnostic[] {
  const reach = ({ versions, via }: Diagnostic) => Math.max(versions.length, 1) * Math.max(via.length, 1);
  return diagnostics
    .filter(({ severity }) => severity === wanted)
    .sort((one, other) => reach(other) - reach(one));
}

function formatAnnotation(
  { severity, code, message, hint, place, end, versions }: Diagnostic,
  { prefix }: DiagnosticReport,
): string {
  const { file, line, column } = place;
  // Columns are refused where an annotation goes over lines.
  const isOneLine = end === undefined || end.line === line;
  const properties = [
    `file=${escapeProperty(`${prefix}${file}`)}`,
    `line=${line}`,
    ...(isOneLine ? [`col=${column}`] : []),
    ...(end === undefined ? [] : [`endLine=${end.line}`]),
    ...(end !== undefined && isOneLine ? [`endColumn=${end.column}`] : []),
    `title=${escapeProperty(code)}`,
  ];
  const text = [
    message,
    ...(hint === undefined ? [] : [hint]),
    ...(versions.length === 0 ? [] : [`In ${versions.join(', ')}.`]),
  ].join('\n');
  return `::${severity} ${properties.join(',')}::${escapeText(text)}`;
}

function formatLine({ severity, code, message, place }: Diagnostic, { prefix }: DiagnosticReport): string {
  const where = formatPlace({ ...place, file: `${prefix}${place.file}` });
  // A line that begins with two colons would be a command.
  return `${where} ${severity} ${code} ${message}`
    .replace(/(?<!\s)\s*[\r\n]+\s*/g, ' ')
    .replace(/^::/, ' ::');
}

function escapeText(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeText(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
