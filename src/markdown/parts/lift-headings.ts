import type { Rendering } from '../types.ts';

/**
 * The levels that readers get for those of the headings of a text: the highest one is 2, right below the title of the page, and none
 * is jumped. A level 1 that comes once is a second title, and counts as level 2.
 *
 * @example liftLevels([3, 5, 3]) // [2, 3, 2]
 */
export function liftLevels(depths: readonly number[]): readonly number[] {
  const lowest = depths.filter((depth) => depth === 1).length === 1 ? 2 : 1;
  const open: number[] = [];
  return depths.map((written) => {
    const depth = Math.max(written, lowest);
    while ((open.at(-1) ?? 0) >= depth) open.pop();
    open.push(depth);
    return open.length + 1;
  });
}

/** HTML in which each heading of a level in `from` is one of that in `to`, by its place among the headings. */
export function liftTags(
  { pieces, slots }: Pick<Rendering, 'pieces' | 'slots'>,
  from: readonly number[],
  to: readonly number[],
): readonly string[] {
  if (from.every((depth, at) => depth === to[at])) return pieces;
  let open: number | undefined;
  return pieces.map((piece, at) => {
    const end = `</h${from[open ?? -1]}>`;
    const isEnd = open !== undefined && piece.includes(end);
    const ended = isEnd ? piece.replace(end, `</h${to[open ?? -1]}>`) : piece;
    if (isEnd) open = undefined;
    const slot = slots[at];
    if (slot?.kind !== 'id' || !ended.endsWith(' id="')) return ended;
    open = slot.heading;
    const start = ended.lastIndexOf(`<h${from[open]}`);
    return `${ended.slice(0, start)}<h${to[open]}${ended.slice(start + '<h1'.length)}`;
  });
}
