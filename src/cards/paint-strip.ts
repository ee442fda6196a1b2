import type { Ink } from './in-page.ts';
import { CARD_SIZE, GAP, START, type StripOrder } from './layout.ts';
import { type Palette, readColours } from './palette.ts';

/** Rows of a PNG: a byte that says how the row is written, then a colour of the palette for each pixel. */
export function paintStrip(order: StripOrder, inks: readonly Ink[], palette: Palette): Uint8Array {
  const { width } = CARD_SIZE;
  const rows = new Uint8Array(order.height * (width + 1));
  let next = START;
  order.parts.forEach((part, at) => {
    const ink = inks[at];
    if (ink === undefined) return;
    const { margin } = ink;
    const used = ink.width - 2 * margin;
    const fromStart = part.side === 'start' ? next : width - START - used;
    // A text fills its box from the side at which it begins, but at the end of a strip from the other one.
    const left = order.direction === 'ltr' ? fromStart : width - fromStart - used;
    const top = Math.round((order.height - order.edge - ink.height) / 2);
    const isText = part.ink !== 'picture';
    const shift = isText && part.side === 'end' ? findSlack(ink, order.direction) : 0;
    const pixels =
      part.ink === 'picture' ? readPicture(ink, palette) : readText(ink, palette.ramps[part.ink]);
    put(pixels, ink, left - margin + shift, top);
    next += part.side === 'start' ? used + GAP : 0;
  });
  for (let y = order.height - order.edge; y < order.height; y += 1)
    rows.fill(palette.ramps.accent + 15, y * (width + 1) + 1, (y + 1) * (width + 1));
  return rows;

  /** What reaches over the edge is left out; white leaves what is there. */
  function put(pixels: Uint8Array, ink: Ink, left: number, top: number): void {
    for (let y = Math.max(0, -top); y < ink.height && top + y < order.height - order.edge; y += 1)
      for (let x = Math.max(0, -left); x < ink.width && left + x < width; x += 1) {
        const colour = pixels[y * ink.width + x] ?? 0;
        if (colour % 16 !== 0 || colour >= 48) rows[(top + y) * (width + 1) + 1 + left + x] = colour;
      }
  }
}

/** Pixels between the end of a text and that of its box: what has to move it to stand at the end. */
function findSlack(ink: Ink, direction: 'ltr' | 'rtl'): number {
  const shares = readText(ink, 0);
  let [first, last] = [ink.width, -1];
  for (let at = 0; at < shares.length; at += 1) {
    if (shares[at] === 0) continue;
    first = Math.min(first, at % ink.width);
    last = Math.max(last, at % ink.width);
  }
  if (last < 0) return 0;
  return direction === 'ltr' ? ink.width - ink.margin - 1 - last : ink.margin - first;
}

function readText(ink: Ink, ramp: number): Uint8Array {
  const pixels = new Uint8Array(ink.width * ink.height);
  let at = 0;
  for (let each = 0; each < ink.runs.length; each += 1) {
    const code = ink.runs.charCodeAt(each) - 256;
    // A run of 2047 pixels is the longest there is.
    const end = at + (code & 2047);
    pixels.fill(ramp + (code >> 11), at, end);
    at = end;
  }
  return pixels;
}

function readPicture(ink: Ink, palette: Palette): Uint8Array {
  const pixels = new Uint8Array(ink.width * ink.height);
  let at = 0;
  for (const { colour, count } of readColours(ink.runs)) {
    pixels.fill(palette.find(colour), at, at + count);
    at += count;
  }
  return pixels;
}
