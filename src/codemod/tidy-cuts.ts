import { findRegion, findRegions } from '../resolve/index.ts';
import { applySourceEdits, mergeEdits } from './source-edits.ts';
import type { SourceEdit } from './types.ts';

/** A text that stands in a file for itself: a body, a value of YAML. */
export interface Bounds {
  readonly start: number;
  readonly end: number;
}

/**
 * The edits of a file with the white space that a writer would take along: lines that have lost all their words go, and one blank line is
 * left where Markdown needs one; of the spaces around what was cut, one stays.
 *
 * @param bounds of the texts of the file that were edited; sorted
 */
export function tidyCuts(
  text: string,
  edits: readonly SourceEdit[],
  bounds: readonly Bounds[],
): readonly SourceEdit[] {
  return mergeEdits([
    ...edits,
    ...bounds.flatMap(({ start, end }) => {
      const within = edits.filter((edit) => edit.start >= start && edit.end <= end);
      return within.length === 0 ? [] : tidyText(text, within, { start, end });
    }),
  ]);
}

function tidyText(text: string, edits: readonly SourceEdit[], { start, end }: Bounds): readonly SourceEdit[] {
  const map = createMap(text, edits, start, end);
  const code = findRegions(map.text).filter(({ kind }) => kind === 'code');
  const isCode = (at: number) => findRegion(code, at) !== undefined;
  const isFence = (at: number) => findRegion(code, at)?.isFence === true;
  const cuts: Stretch[] = [];
  const emptied = new Set<number>();
  for (const seam of map.seams) {
    const line = findLine(map.text, seam);
    const isBlank = map.text.slice(line.start, line.end).trim() === '';
    // A value on one line of YAML is no line of its own.
    if (isBlank && line.isWhole) emptied.add(line.start);
    else if (!isCode(seam)) cuts.push(...closeGap(map.text, seam, line));
  }
  cuts.push(...dropLines(map.text, emptied, isFence));
  return cuts.flatMap(map.back);
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

interface Line extends Stretch {
  /** Whether it begins and ends with a line, not with the text. */
  readonly isWhole: boolean;
}

function findLine(text: string, at: number): Line {
  const start = findLineStart(text, at);
  const next = text.indexOf('\n', at);
  const end = next === -1 ? text.length : next;
  return { start, end, isWhole: start > 0 || next !== -1 };
}

/** `lastIndexOf` takes what is before the begin for the begin. */
function findLineStart(text: string, at: number): number {
  return at <= 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}

/** Of the spaces on both sides of what was cut one stays, and none at the end of a line. */
function closeGap(text: string, seam: number, line: Stretch): readonly Stretch[] {
  const before = text.slice(line.start, seam);
  const after = text.slice(seam, line.end);
  const [lead = ''] = /^ */.exec(after) ?? [];
  const [tail = ''] = /(?<! ) *$/.exec(before) ?? [];
  if (after.trim() === '') {
    // Two spaces at the end of a line break it.
    const spaces = tail + after;
    return spaces === ' ' ? [{ start: seam - tail.length, end: line.end }] : [];
  }
  // More than one space at the begin may be an indentation that means something.
  const isBegin = before === '' || /^[ >]*(?:[-*+]|\d+[.)])? $/.test(before);
  if (isBegin) return lead === ' ' ? [{ start: seam, end: seam + 1 }] : [];
  return tail !== '' && lead !== '' ? [{ start: seam, end: seam + lead.length }] : [];
}

/**
 * The lines that go of those that have been emptied. Liquid has left a blank line for each, so one has to stay between two lines with words;
 * in code a blank line is for readers, and nobody meant it.
 */
function dropLines(
  text: string,
  emptied: ReadonlySet<number>,
  isFence: (at: number) => boolean,
): readonly Stretch[] {
  const cuts: Stretch[] = [];
  const done = new Set<number>();
  for (const start of emptied) {
    if (done.has(start)) continue;
    const run = findBlankLines(text, start);
    for (const line of run) done.add(line.start);
    const [own, others] = [
      run.filter((line) => emptied.has(line.start)),
      run.filter((line) => !emptied.has(line.start)),
    ];
    const isEnd = run.at(-1)?.end === text.length;
    const isEdge = isEnd || run[0]?.start === 0;
    if (isFence(start)) cuts.push(...own);
    else if (others.length > 0) cuts.push(...own, ...(isEnd ? others : others.slice(1)));
    else {
      const [kept, ...rest] = isEdge ? [undefined, ...own] : own;
      cuts.push(...rest.filter((line) => line !== undefined));
      if (kept !== undefined) cuts.push({ start: kept.start, end: kept.end - 1 });
    }
  }
  return cuts;
}

/** The blank lines around and with one, each with its newline. */
function findBlankLines(text: string, at: number): readonly Stretch[] {
  let start = at;
  for (;;) {
    const previous = findLineStart(text, start - 1);
    if (start === 0 || text.slice(previous, start).trim() !== '') break;
    start = previous;
  }
  const lines: Stretch[] = [];
  while (start < text.length) {
    const next = text.indexOf('\n', start);
    const end = next === -1 ? text.length : next + 1;
    if (text.slice(start, end).trim() !== '') break;
    lines.push({ start, end });
    start = end;
  }
  return lines;
}

/** A text after edits, where its seams are, and the way back to the text before. */
function createMap(text: string, edits: readonly SourceEdit[], start: number, end: number) {
  const kept: { readonly from: number; readonly to: number; readonly at: number }[] = [];
  const seams: number[] = [];
  let [after, at] = [0, start];
  for (const edit of edits) {
    kept.push({ from: at, to: edit.start, at: after });
    after += edit.start - at;
    if (edit.text === '') seams.push(after);
    after += edit.text.length;
    at = edit.end;
  }
  kept.push({ from: at, to: end, at: after });
  const local = edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  return {
    text: applySourceEdits(text.slice(start, end), local),
    seams,
    /** A stretch of the text after, as stretches of the text before that are cut. */
    back: (stretch: Stretch): readonly SourceEdit[] =>
      kept.flatMap(({ from, to, at: begin }) => {
        const [low, high] = [Math.max(stretch.start, begin), Math.min(stretch.end, begin + to - from)];
        return low < high ? [{ start: from + low - begin, end: from + high - begin, text: '' }] : [];
      }),
  };
}
