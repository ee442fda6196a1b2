import { createHash } from 'node:crypto';
import type { Root } from 'hast';
import { stringifyHtml } from './html/stringify.ts';
import type { RenderContext } from './render-context.ts';
import type { Slot } from './types.ts';

/**
 * Puts a marker into every hole, stringifies, and cuts the HTML at the markers. Markers hold a hash of the text
 * itself: no author can write one down, since the text would have to hold its own hash.
 */
export function cutSlots(
  tree: Root,
  { markdown, holes }: RenderContext,
): { pieces: readonly string[]; slots: readonly Slot[] } {
  const mark = `slot-${createHash('sha256').update(markdown).digest('hex').slice(0, 32)}-`;
  for (const [index, hole] of holes.entries()) hole.set(`${mark}${index}-`);
  const [start = '', ...rests] = stringifyHtml(tree).split(mark);
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
