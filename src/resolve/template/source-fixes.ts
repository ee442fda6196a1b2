import {
  type FileEdit,
  type Fix,
  isWritten,
  type Point,
  placeAt,
  type Source,
} from '../../diagnostics/index.ts';
import { type DerivedText, findOffset } from './derive.ts';
import type { TemplateFault } from './faults.ts';

/** A stretch of a derived text, and what to write in its place. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The edit of the file that a stretch comes from; undefined where it does not stand there in one piece. */
function placeEdit(
  source: Source,
  derived: DerivedText,
  { start, end, text }: TextEdit,
): FileEdit | undefined {
  const from = findOffset(derived, start);
  const to = from + end - start;
  if (!isWritten(source, to) || source.text.slice(from, to) !== derived.text.slice(start, end))
    return undefined;
  return { file: source.place.file, start: pointAt(source, from), end: pointAt(source, to), text };
}

/** Where the tag or output at an offset ends in its file; undefined where none begins there. */
export function findTagEnd(source: Source, derived: DerivedText, offset: number): Point | undefined {
  const end = findEnd(derived, offset);
  return end === undefined ? undefined : placeEdit(source, derived, { start: offset, end, text: '' })?.end;
}

/** What puts a fault right that says what was meant. */
export function describeFix(source: Source, derived: DerivedText, fault: TemplateFault): Fix | undefined {
  const { offset, meant, surplus } = fault;
  if (surplus !== undefined) {
    const edit = placeEdit(source, derived, { start: offset, end: offset + surplus, text: '' });
    const title = `Remove '${derived.text.slice(offset, offset + surplus).trim()}'`;
    return edit && { title, edits: [edit] };
  }
  const end = findEnd(derived, offset);
  if (meant === undefined || end === undefined || !derived.text.startsWith('{%', offset)) return undefined;
  const text = rewriteWrittenTag(derived.text.slice(offset, end), meant);
  const edit = placeEdit(source, derived, { start: offset, end, text });
  return edit && { title: `Write {% ${meant} %}`, edits: [edit] };
}

/** A tag or output as a tag with other words; what it says of white space stays. */
export function rewriteWrittenTag(written: string, words: string): string {
  const [before, after] = [written.charAt(2) === '-' ? '-' : '', written.at(-3) === '-' ? '-' : ''];
  return `{%${before} ${words} ${after}%}`;
}

function findEnd(derived: DerivedText, offset: number): number | undefined {
  const { text } = derived;
  const closing = text.startsWith('{%', offset) ? '%}' : text.startsWith('{{', offset) ? '}}' : undefined;
  if (closing === undefined) return undefined;
  const end = findClosing(derived, closing, offset + 2);
  return end === -1 ? undefined : end + 2;
}

/** Of a text with thousands of tags that do not end, the same place would be looked for from each of them. */
function findClosing(derived: DerivedText, closing: string, from: number): number {
  const found = closings.get(derived) ?? new Map<string, FoundClosing>();
  closings.set(derived, found);
  const last = found.get(closing);
  if (last !== undefined && last.from <= from && (last.at === -1 || from <= last.at)) return last.at;
  const at = derived.text.indexOf(closing, from);
  found.set(closing, { from, at });
  return at;
}

/** Where a sign is found that is looked for from a place on; -1 where it is not. */
interface FoundClosing {
  readonly from: number;
  readonly at: number;
}

const closings = new WeakMap<DerivedText, Map<string, FoundClosing>>();

function pointAt(source: Source, offset: number): Point {
  const { line, column } = placeAt(source, offset);
  return { line, column };
}
