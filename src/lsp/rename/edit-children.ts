import { findFrontmatterEnd } from '../../load/index.ts';
import { findKeySpan } from '../text/scan-marks.ts';
import type { SpanEdit } from './types.ts';

/** Takes an entry out of a list of frontmatter, with its line or its comma. */
export function removeEntry(
  file: string,
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): SpanEdit {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', end);
  const before = text.slice(lineStart, start);
  if (/^\s*-\s+["']?$/.test(before)) return { file, start: lineStart, end: lineEnd + 1, text: '' };
  const [quote = ''] = /["']?$/.exec(before) ?? [];
  const [from, to] = [start - quote.length, end + quote.length];
  const [comma = ''] = /^\s*,\s*/.exec(text.slice(to)) ?? [];
  if (comma !== '') return { file, start: from, end: to + comma.length, text: '' };
  const [former = ''] = /,\s*$/.exec(text.slice(lineStart, from)) ?? [];
  return { file, start: from - former.length, end: to, text: '' };
}

/** Adds entries behind those of a list of frontmatter, in the form that it has; makes the list where there is none. */
export function addEntries(file: string, text: string, key: string, entries: readonly string[]): SpanEdit {
  const close = text.lastIndexOf('\n---', findFrontmatterEnd(text)) + 1;
  const head = text.slice(0, close);
  const span = findKeySpan(head, key);
  const list = entries.map((entry) => `  - ${entry}\n`).join('');
  if (span === undefined) return { file, start: close, end: close, text: `${key}:\n${list}` };
  const value = head.slice(span.start, span.end);
  const [mark] = /\n[ \t]*-[ \t]+/.exec(value) ?? [];
  if (mark !== undefined) {
    const at = span.start + value.trimEnd().length;
    return { file, start: at, end: at, text: entries.map((entry) => `${mark}${entry}`).join('') };
  }
  const bracket = value.lastIndexOf(']');
  if (bracket !== -1) {
    const isEmpty = /\[\s*\]/.test(value);
    const at = span.start + (isEmpty ? bracket : value.slice(0, bracket).trimEnd().length);
    return { file, start: at, end: at, text: `${isEmpty ? '' : ', '}${entries.join(', ')}` };
  }
  const only = value.slice(value.indexOf(':') + 1).trim();
  const first = only === '' ? '' : `  - ${only}\n`;
  return { file, start: span.start, end: span.end, text: `${key}:\n${first}${list}`.trimEnd() };
}
