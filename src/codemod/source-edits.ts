import type { FileEdit } from '../diagnostics/index.ts';
import type { Rewrite, SourceEdit } from './types.ts';

/** A text with edits that do not overlap, in its order. */
export function applySourceEdits(text: string, edits: readonly SourceEdit[]): string {
  let [result, at] = ['', 0];
  for (const { start, end, text: inserted } of edits) {
    result += text.slice(at, start) + inserted;
    at = end;
  }
  return result + text.slice(at);
}

/** Edits in the order of the text; stretches that are cut more than once are cut once. */
export function mergeEdits(edits: readonly SourceEdit[]): readonly SourceEdit[] {
  const merged: SourceEdit[] = [];
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1);
    if (last === undefined || edit.start > last.end) merged.push(edit);
    else
      merged[merged.length - 1] = {
        start: last.start,
        end: Math.max(last.end, edit.end),
        text: last.text + edit.text,
      };
  }
  return merged;
}

/** Edits with lines and columns. */
export function placeEdits(file: string, text: string, edits: readonly SourceEdit[]): readonly FileEdit[] {
  let [line, lineStart] = [1, 0];
  const pointOf = (offset: number) => {
    for (
      let next = text.indexOf('\n', lineStart);
      next !== -1 && next < offset;
      next = text.indexOf('\n', lineStart)
    ) {
      line += 1;
      lineStart = next + 1;
    }
    return { line, column: offset - lineStart + 1 };
  };
  return edits.map(({ start, end, text: inserted }) => ({
    file,
    start: pointOf(start),
    end: pointOf(end),
    text: inserted,
  }));
}

/** Edits of two kinds, by file. */
export function mergePlans(one: Rewrite['edits'], other: Rewrite['edits']): Rewrite['edits'] {
  const files = new Set([...one.keys(), ...other.keys()]);
  return new Map(
    [...files].map((file) => [file, mergeEdits([...(one.get(file) ?? []), ...(other.get(file) ?? [])])]),
  );
}
