import { randomUUID } from 'node:crypto';
import type { Root } from 'hast';
import { stringifyHtml } from './html/stringify.ts';
import type { RenderContext } from './render-context.ts';
import type { Slot } from './types.ts';

/** Of this process alone, so that no author can write one down; none is left in what comes out. */
const MARK = `slot-${randomUUID()}-`;

/** Puts a marker into every hole, stringifies, and cuts the HTML at the markers. */
export function cutSlots(
  tree: Root,
  { holes }: RenderContext,
): { pieces: readonly string[]; slots: readonly Slot[] } {
  for (const [index, hole] of holes.entries()) hole.set(`${MARK}${index}-`);
  const [start = '', ...rests] = stringifyHtml(tree).split(MARK);
  const pieces = [start];
  const slots: Slot[] = [];
  for (const rest of rests) {
    const index = rest.slice(0, rest.indexOf('-'));
    const hole = holes[Number(index)];
    if (hole === undefined) continue;
    const isWhole = hole.isWhole === true;
    if (isWhole) pieces.push(cutEnd(pieces.pop() ?? '', ' data-slot="'));
    pieces.push(rest.slice(index.length + (isWhole ? '-"' : '-').length));
    slots.push(hole.slot);
  }
  return { pieces, slots };
}

function cutEnd(piece: string, end: string): string {
  return piece.slice(0, -end.length);
}
