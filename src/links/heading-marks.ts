import type { Rendering } from '../markdown/index.ts';
import { unescapeAttribute } from './raw-anchors.ts';

/** Empty anchors in a paragraph of their own, or in none, right before a heading. */
const BEFORE = /(?:(?:<p>)?(?:<a (?:id|name)="[^"]*"><\/a>\s*)+(?:<\/p>)?\s*)+<h[1-6]\b[^<>]* id="$/;
const ANCHOR = /<a (?:id|name)="([^"]*)"><\/a>/g;
const HEADING_END = /<\/h[1-6]>/;

/**
 * The ids that authors have put at headings in raw HTML, above them or inside, by the place of the heading among all of the text:
 * an id that the heading had before, mostly.
 */
export function listHeadingMarks({ pieces, slots }: Rendering): ReadonlyMap<number, readonly string[]> {
  const marks = new Map<number, readonly string[]>();
  for (const [at, slot] of slots.entries()) {
    const piece = pieces[at] ?? '';
    if (slot.kind !== 'id' || !/<h[1-6]\b[^<>]* id="$/.test(piece)) continue;
    const inside = readHeading(pieces.slice(at + 1));
    const found = [BEFORE.exec(piece)?.[0] ?? '', inside].flatMap((html) =>
      [...html.matchAll(ANCHOR)].flatMap(([, id = '']) => (id === '' ? [] : [unescapeAttribute(id)])),
    );
    if (found.length > 0) marks.set(slot.heading, found);
  }
  return marks;
}

function readHeading(pieces: readonly string[]): string {
  const end = pieces.findIndex((piece) => HEADING_END.test(piece));
  const own = pieces.slice(0, end + 1).join('');
  return own.slice(0, own.search(HEADING_END));
}
