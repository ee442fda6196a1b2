import { createHash } from 'node:crypto';
import type { Root } from 'hast';
import { type Draft, WHOLE } from './draft.ts';
import { stringifyHtml } from './html/stringify.ts';
import type { Slot } from './types.ts';

/**
 * Puts a marker into every hole, stringifies, and cuts the HTML at the markers. Markers hold a hash of the text
 * itself: no author can write one down, since the text would have to hold its own hash.
 */
export function cutSlots(tree: Root, draft: Draft): { pieces: readonly string[]; slots: readonly Slot[] } {
  const nonce = createHash('sha256').update(draft.markdown).digest('hex').slice(0, 32);
  for (const [index, hole] of draft.holes.entries()) hole.set(`slot-${nonce}-${index}-`);
  const parts = stringifyHtml(tree).split(
    new RegExp(`(?: data-slot=")?slot-${nonce}-(\\d+)-(?:\\${WHOLE}")?`),
  );
  return {
    pieces: parts.filter((_, index) => index % 2 === 0),
    slots: parts
      .filter((_, index) => index % 2 === 1)
      .flatMap((index) => draft.holes[Number(index)]?.slot ?? []),
  };
}
