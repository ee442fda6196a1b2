import { findSegmentIndex } from '../locate.ts';
import type { Segment } from '../types.ts';

/** A stretch of a text and what is put in its place. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

/** A text and where every stretch of it came from. */
export interface TracedText {
  readonly text: string;
  readonly segments: readonly Segment[];
}

/** Makes edits, sorted and not overlapping, and keeps every segment right. What is put in comes from what it replaces. */
export function applyEdits(before: TracedText, edits: readonly Edit[]): TracedText {
  if (edits.length === 0) return before;
  const after: Output = { text: '', segments: [] };
  let at = 0;
  for (const { start, end, replacement } of edits) {
    copyStretch(before, at, start, after);
    const origin = before.segments[findSegmentIndex(before.segments, start)];
    if (replacement !== '' && origin !== undefined) {
      after.segments.push({ ...cut(origin, start), start: after.text.length, verbatim: false });
      after.text += replacement;
    }
    at = end;
  }
  copyStretch(before, at, before.text.length, after);
  const [first] = before.segments;
  if (after.segments.length === 0 && first !== undefined) after.segments.push(first);
  return after;
}

interface Output {
  text: string;
  readonly segments: Segment[];
}

function copyStretch({ text, segments }: TracedText, from: number, to: number, after: Output): void {
  if (from >= to) return;
  for (let index = findSegmentIndex(segments, from); index < segments.length; index += 1) {
    const segment = segments[index];
    if (segment === undefined || segment.start >= to) break;
    const start = Math.max(segment.start, from);
    after.segments.push({ ...cut(segment, start), start: after.text.length + start - from });
  }
  after.text += text.slice(from, to);
}

/** The part of a segment from `start` on. */
function cut(segment: Segment, start: number): Segment {
  return segment.verbatim ? { ...segment, start, offset: segment.offset + start - segment.start } : segment;
}
