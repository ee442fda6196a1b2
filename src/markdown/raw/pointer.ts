import type { Node } from 'hast';

export type Position = NonNullable<Node['position']>;
type Point = Position['start'];

/** Gives the point of an offset in a text; of several, in their order. */
export type FindPoint = (at: number) => Point;

/** For a text that begins at `start`. */
export function createPointer(text: string, { line, column, offset = 0 }: Point): FindPoint {
  let lines = 0;
  let lineStart = 1 - column;
  let next = text.indexOf('\n');
  return (at) => {
    while (next !== -1 && next < at) {
      lines += 1;
      lineStart = next + 1;
      next = text.indexOf('\n', lineStart);
    }
    return { line: line + lines, column: at - lineStart + 1, offset: offset + at };
  };
}
