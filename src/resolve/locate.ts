import { isWritten, type Place, type Point, placeAt } from '../diagnostics/index.ts';
import { listUses } from './run.ts';
import type { ResolvedText, Segment } from './types.ts';

/**
 * Where a character of a resolved text stands in the sources, and the uses that brought it in, innermost first.
 * `offset` counts UTF-16 units; beyond the end the last place counts.
 */
export function locate(
  resolved: ResolvedText,
  offset: number,
): { readonly place: Place; readonly via: readonly Place[] } {
  const segment = resolved.segments[findSegmentIndex(resolved.segments, offset)];
  if (segment === undefined) throw new Error('A resolved text without segments has no place.');
  const inside = segment.verbatim ? Math.max(0, offset - segment.start) : 0;
  return { place: placeAt(segment.source, segment.offset + inside), via: listUses(segment.via) };
}

/** Where a stretch of a resolved text ends in the sources; undefined where it is not written there in one piece. */
export function locateEnd(resolved: ResolvedText, start: number, end: number): Point | undefined {
  const at = findSegmentIndex(resolved.segments, start);
  const segment = resolved.segments[at];
  const isWhole = end > start && end <= (resolved.segments[at + 1]?.start ?? resolved.text.length);
  if (!segment?.verbatim || !isWhole) return undefined;
  const offset = segment.offset + end - segment.start;
  if (!isWritten(segment.source, offset)) return undefined;
  const { line, column } = placeAt(segment.source, offset);
  return { line, column };
}

/** Index of the last segment that begins at or before the offset. */
export function findSegmentIndex(segments: readonly Segment[], offset: number): number {
  let low = 0;
  let high = segments.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((segments[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
