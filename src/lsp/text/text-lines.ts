import type { Position, Range } from 'vscode-languageserver/node';
import type { Place } from '../../diagnostics/index.ts';

/** Offsets of a text as lines and characters of the editor. Lines end in LF. */
export interface TextLines {
  readonly text: string;
  offsetAt(position: Position): number;
  positionAt(offset: number): Position;
  rangeOf(span: { readonly start: number; readonly end: number }): Range;
}

export function createLines(text: string): TextLines {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const positionAt = (offset: number): Position => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: offset - (starts[low] ?? 0) };
  };
  return {
    text,
    offsetAt: ({ line, character }) => {
      const next = starts[line + 1] ?? text.length + 1;
      return Math.min((starts[line] ?? text.length) + character, Math.max(0, next - 1));
    },
    positionAt,
    rangeOf: ({ start, end }) => ({ start: positionAt(start), end: positionAt(end) }),
  };
}

export function offsetOfPlace(
  { offsetAt }: TextLines,
  { line, column }: Pick<Place, 'line' | 'column'>,
): number {
  return offsetAt({ line: line - 1, character: column - 1 });
}
