import type { ReportFault } from '../config/index.ts';
import { placeAt, type Source } from '../diagnostics/index.ts';
import { findFrontmatterEnd } from './parse-frontmatter.ts';
import type { SiteFiles } from './types.ts';

/** A cheap test before everything else: most texts have none of them. */
const SUSPECT = /[\0\u202A-\u202E\u2066-\u2069]/;

/** Whether `checkCharacters` has something to look at in a text. */
export function hasSuspects(text: string): boolean {
  return SUSPECT.test(text) || ESCAPED.test(text);
}

/**
 * Reports characters that nobody sees and that make a text mean something else than it shows: NUL, and controls of the reading
 * direction by which code can be shown in another order than it has (https://trojansource.codes). Controls that are closed on
 * their line are left alone, as are the marks U+200E, U+200F and U+061C: Hebrew and Arabic need them. An override is not, for
 * no text needs it.
 */
export function checkCharacters(texts: SiteFiles['texts'], report: ReportFault): void {
  for (const [file, text] of texts) {
    const source = { text, place: { file, line: 1, column: 1 }, verbatim: true };
    if (ESCAPED.test(text)) reportEscaped(source, report);
    if (!SUSPECT.test(text)) continue;
    reportNull(source, report);
    let start = 0;
    for (const line of text.split('\n')) {
      for (const offset of SUSPECT.test(line) ? findDirections(line) : [])
        reportDirection(source, start + offset, report);
      start += line.length + 1;
    }
  }
}

/** Written so that editors show it: `\u202E` and `\0` of YAML, and `&#x202E;` of HTML. */
const ESCAPED = /\\(?:u202[de]|u0000|x00|0)|&#(?:x202[de]|823[78]);/i;
/** The first value of a line that is quoted so that YAML reads escapes in it. */
const QUOTED = /^[^'"#\n\r\u2028\u2029]*"([^"\n]*)/gm;
const YAML_ESCAPE = /\\(?:u(202[DE])|u0000|x00|0(?!\d))/gi;
const REFERENCE = /&#(?:x(202[de])|(823[78]));/gi;
/** What code stands between; tildes at the beginning of a line only. */
const CODE_MARKS = /`+|^~{3,}/gm;

/** Overrides and NUL that YAML and HTML make of other characters, and which nobody would write for a good reason. */
function reportEscaped(source: Source, report: ReportFault): void {
  const { text, place } = source;
  const head = /\.ya?ml$/.test(place.file) ? text.length : findFrontmatterEnd(text);
  for (const { 0: line, 1: value = '', index: start } of text.slice(0, head).matchAll(QUOTED)) {
    const begin = start + line.length - value.length;
    for (const { 0: written, 1: override, index } of value.matchAll(YAML_ESCAPE))
      reportWritten(source, begin + index, written, override !== undefined, report);
  }
  if (head === text.length) return;
  const prose = blankCode(text);
  for (const { 0: written, index } of prose.matchAll(REFERENCE))
    reportWritten(source, index, written, true, report);
}

interface CodeMark {
  readonly run: string;
  readonly index: number;
  readonly isFence: boolean;
}

/** Number of the mark that ends code. A fence that no other one ends may begin code inside of a line. */
function findCodeEnd(marks: readonly CodeMark[], at: number): number | undefined {
  const open = marks[at];
  for (const isFence of open?.isFence ? [true, false] : [false])
    for (let last = at + 1; last < marks.length; last += 1) {
      const mark = marks[last];
      if (open === undefined || mark === undefined) return undefined;
      if (isFence ? mark.isFence && mark.run.startsWith(open.run) : mark.run === open.run) return last;
    }
  return undefined;
}

/** Text about such characters names them in code: blanks stand in the place of that. */
function blankCode(text: string): string {
  const marks = [...text.matchAll(CODE_MARKS)].map(
    ({ 0: run, index }): CodeMark => ({
      run,
      index,
      isFence: run.length >= 3 && (index === 0 || text[index - 1] === '\n'),
    }),
  );
  let prose = '';
  let end = 0;
  for (let at = 0; at < marks.length; at += 1) {
    const last = findCodeEnd(marks, at) ?? at;
    const [open, close] = [marks[at], marks[last]];
    if (last === at || open === undefined || close === undefined) continue;
    const next = close.index + close.run.length;
    prose += text.slice(end, open.index).padEnd(next - end);
    end = next;
    at = last;
  }
  return prose + text.slice(end);
}

function reportWritten(
  source: Source,
  offset: number,
  written: string,
  isOverride: boolean,
  report: ReportFault,
): void {
  report({
    code: isOverride ? 'load/text-direction' : 'load/null-character',
    severity: 'warning',
    message: isOverride
      ? `'${written}' makes a character that changes the direction in which the text after it is shown.`
      : `'${written}' makes a character NUL (U+0000).`,
    hint: isOverride ? 'Delete it, or put it into code if the text is about it.' : 'Delete it.',
    place: placeAt(source, offset),
  });
}

function reportNull(source: Source, report: ReportFault): void {
  const offset = source.text.indexOf('\0');
  if (offset === -1) return;
  const count = source.text.split('\0').length - 1;
  report({
    code: 'load/null-character',
    severity: 'warning',
    message: `There ${count === 1 ? 'is a character' : `are ${count} characters`} NUL (U+0000) in the file.`,
    hint: 'Delete what no editor shows, or save the file as text in UTF-8.',
    place: placeAt(source, offset),
  });
}

function reportDirection(source: Source, offset: number, report: ReportFault): void {
  const code = source.text.charCodeAt(offset).toString(16).toUpperCase();
  report({
    code: 'load/text-direction',
    severity: 'warning',
    message: `An invisible character (U+${code}) changes the direction in which the text after it is shown.`,
    hint: 'Delete it. If you need it, use an isolate (U+2066 to U+2068) and close it with U+2069 on the same line.',
    place: placeAt(source, offset),
  });
}

const OPENING = /[\u202A\u202B\u202D\u202E\u2066-\u2068]/;
const OVERRIDE = /[\u202D\u202E]/;
const ISOLATE = /[\u2066-\u2068]/;
const CONTROL = /[\u202A-\u202E\u2066-\u2069]/g;
const END_OF_ISOLATE = '\u2069';

/** Offsets of overrides, and of what is not closed on its line. An isolate closes what was opened in it. */
function findDirections(line: string): readonly number[] {
  const overrides: number[] = [];
  const open: { readonly sign: string; readonly offset: number }[] = [];
  for (const { 0: sign, index: offset } of line.matchAll(CONTROL)) {
    if (OVERRIDE.test(sign)) overrides.push(offset);
    if (OPENING.test(sign)) open.push({ sign, offset });
    else if (sign === END_OF_ISOLATE) {
      const last = open.findLastIndex((each) => ISOLATE.test(each.sign));
      if (last !== -1) open.length = last;
    } else if (!ISOLATE.test(open.at(-1)?.sign ?? '')) open.pop();
  }
  const found = new Set([...overrides, ...open.map(({ offset }) => offset)]);
  return [...found].sort((one, other) => one - other);
}
