import type { Rendering } from '../markdown/index.ts';
import { unescapeAttribute } from './raw-anchors.ts';

const HEADING = /<h[1-6]\b[^<>]* id="$/;
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
    if (slot.kind !== 'id') continue;
    const start = piece.search(HEADING);
    if (start === -1) continue;
    const inside = readHeading(pieces.slice(at + 1));
    const found = [readAnchorsBefore(piece.slice(0, start)), inside].flatMap((html) =>
      [...html.matchAll(ANCHOR)].flatMap(([, id = '']) => (id === '' ? [] : [unescapeAttribute(id)])),
    );
    if (found.length > 0) marks.set(slot.heading, found);
  }
  return marks;
}

/**
 * Empty anchors at the end of a text, in paragraphs of their own or in none. Read from the end: a pattern would try all ways to share
 * them out among paragraphs.
 */
function readAnchorsBefore(html: string): string {
  let end = skipBlanks(html, html.length);
  for (;;) {
    const inner = html.endsWith('</p>', end) ? skipBlanks(html, end - '</p>'.length) : end;
    let start = findAnchor(html, inner);
    if (start === -1) return html.slice(end);
    for (let next = start; next !== -1; next = findAnchor(html, skipBlanks(html, next))) start = next;
    end = skipBlanks(html, html.endsWith('<p>', start) ? start - '<p>'.length : start);
  }
}

/** Where the blanks before a place begin. */
function skipBlanks(html: string, end: number): number {
  return html.slice(0, end).trimEnd().length;
}

/** Where an empty anchor begins that ends at a place; -1 where none does. */
function findAnchor(html: string, end: number): number {
  if (!html.endsWith('"></a>', end)) return -1;
  const value = html.lastIndexOf('"', end - '"></a>'.length - 1);
  const open = ['<a id=', '<a name='].find((tag) => html.endsWith(tag, value));
  return open === undefined ? -1 : value - open.length;
}

function readHeading(pieces: readonly string[]): string {
  const end = pieces.findIndex((piece) => HEADING_END.test(piece));
  const own = pieces.slice(0, end + 1).join('');
  return own.slice(0, own.search(HEADING_END));
}
