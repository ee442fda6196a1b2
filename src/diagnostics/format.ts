import type { Diagnostic, Place } from './types.ts';

const MAX_USES = 5;

/** `content/x.md:4:7`, the form that terminals and editors turn into a link. */
export function formatPlace({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}

/**
 * A diagnostic as a few lines of plain text.
 *
 * @example
 * data/reusables/a.md:5:12 warning link/broken
 *   The link '/x' is broken.
 *   used at content/y.md:3:1
 *   in ghes-3.1, ghes-3.0
 *   hint: …
 */
export function formatDiagnostic(diagnostic: Diagnostic, paint: Paint = plain): string {
  const { place, severity, code, message, hint, via, versions, languages } = diagnostic;
  const lines = [
    `${paint.place(revealControls(formatPlace(place)))} ${paint[severity](severity)} ${paint.faint(code)}`,
    `  ${revealControls(message)}`,
  ];
  if (via.length > 0) lines.push(`  used at ${revealControls(formatUses(via))}`);
  if (versions.length > 0) lines.push(`  in ${[...versions, ...languages].join(', ')}`);
  else if (languages.length > 0) lines.push(`  in ${languages.join(', ')}`);
  if (hint !== undefined) lines.push(`  ${paint.hint('hint:')} ${revealControls(hint)}`);
  return lines.join('\n');
}

/** Names of files and quoted text can hold what a terminal obeys (ESC) and what turns round the text behind it (U+202E). */
function revealControls(text: string): string {
  return text.replace(
    CONTROLS,
    (sign) => `<U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}>`,
  );
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\0-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]/g;

/** Colours of a terminal, given by the edge that knows whether there is one. */
export interface Paint {
  place(text: string): string;
  error(text: string): string;
  warning(text: string): string;
  faint(text: string): string;
  hint(text: string): string;
}

const same = (text: string) => text;
const plain: Paint = { place: same, error: same, warning: same, faint: same, hint: same };

function formatUses(via: readonly Place[]): string {
  const shown = via.slice(0, MAX_USES).map(formatPlace).join(', ');
  return via.length > MAX_USES ? `${shown} and ${via.length - MAX_USES} more` : shown;
}
