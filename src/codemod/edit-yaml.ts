import type { YamlListOutline, YamlMapOutline, YamlOutline } from '../config/index.ts';
import type { SourceEdit } from './types.ts';

/** Edits of a text of YAML that leave its layout, its quotes and its comments alone. Offsets count in that text. */

/** Takes items out of a list that has others. */
export function removeItems(
  text: string,
  { items, isFlow }: YamlListOutline,
  going: readonly number[],
): readonly SourceEdit[] {
  const entries = items.map((item) => ({ start: item.start, end: findEnd(item) }));
  return removeEntries(text, entries, isFlow, going);
}

/** Takes keys and their values out of a mapping. */
export function removePairs(
  text: string,
  { pairs, isFlow }: YamlMapOutline,
  going: readonly number[],
): readonly SourceEdit[] {
  const entries = pairs.map(({ key, start, value }) => ({
    start,
    end: value === undefined ? start + key.length + 1 : findEnd(value),
  }));
  return removeEntries(text, entries, isFlow, going);
}

interface Entry {
  readonly start: number;
  readonly end: number;
}

function removeEntries(
  text: string,
  entries: readonly Entry[],
  isFlow: boolean,
  going: readonly number[],
): readonly SourceEdit[] {
  const isGoing = (at: number) => going.includes(at);
  return entries.flatMap(({ start, end }, at): readonly SourceEdit[] => {
    if (!isGoing(at)) return [];
    if (!isFlow) return [cutLines(text, start, end)];
    // With the comma before it; the first ones with that behind them.
    const next = entries[at + 1];
    const isFirst = entries.slice(0, at).every((_, before) => isGoing(before));
    const from = isFirst ? start : (entries[at - 1]?.end ?? start);
    return [{ start: from, end: isFirst && next !== undefined ? next.start : end, text: '' }];
  });
}

/** Puts an item into a list that has some; at the end where `at` is past it. */
export function insertItem(
  text: string,
  { items, isFlow }: YamlListOutline,
  at: number,
  written: string,
): SourceEdit {
  const [next, last] = [items[at], items.at(-1)];
  if (last === undefined) throw new RangeError('The list is empty.');
  if (isFlow)
    return next === undefined ? insert(findEnd(last), `, ${written}`) : insert(next.start, `${written}, `);
  const lead = text.slice(findLineStart(text, last.start), last.start);
  if (next !== undefined) return insert(findLineStart(text, next.start), `${lead}${written}\n`);
  const end = cutLines(text, last.start, findEnd(last)).end;
  return insert(end, `${text.charAt(end - 1) === '\n' ? '' : '\n'}${lead}${written}\n`);
}

/** Puts a key and its value behind another one. */
export function insertPair(
  text: string,
  { pairs, isFlow }: YamlMapOutline,
  behind: number,
  written: string,
): SourceEdit {
  const pair = pairs[behind];
  if (pair?.value === undefined) throw new RangeError('There is no such key.');
  if (isFlow) return insert(findEnd(pair.value), `, ${written}`);
  const { end } = cutLines(text, pair.start, findEnd(pair.value));
  const indent = ' '.repeat(pair.start - findLineStart(text, pair.start));
  return insert(end, `${text.charAt(end - 1) === '\n' ? '' : '\n'}${indent}${written}\n`);
}

/** Another text in the place of a scalar, in quotes of its kind. */
export function replaceScalar(text: string, { start, end }: YamlOutline, value: string): SourceEdit {
  const quote = text.charAt(start) === '"' ? '"' : "'";
  const isPlain = !/^["']/.test(text.charAt(start)) && /^[<=\d][^:#]*$/.test(value);
  return { start, end, text: isPlain ? value : `${quote}${value}${quote}` };
}

export function moveEdit({ start, end, text }: SourceEdit, by: number): SourceEdit {
  return { start: start + by, end: end + by, text };
}

/** Where a value ends, without the newlines and comments behind it. */
function findEnd(node: YamlOutline): number {
  if (node.kind === 'scalar' || node.isFlow) return node.end;
  const last = node.kind === 'list' ? node.items.at(-1) : node.pairs.at(-1)?.value;
  return last === undefined ? node.end : findEnd(last);
}

function insert(at: number, text: string): SourceEdit {
  return { start: at, end: at, text };
}

/** Whole lines, from that of one offset to that before another. */
function cutLines(text: string, from: number, to: number): SourceEdit {
  const next = text.charAt(to - 1) === '\n' ? to - 1 : text.indexOf('\n', to);
  return { start: findLineStart(text, from), end: next === -1 ? text.length : next + 1, text: '' };
}

function findLineStart(text: string, at: number): number {
  return at <= 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}
