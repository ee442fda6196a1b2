import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type Drawer, type DrawerOptions, openDrawer } from '../chromium/index.ts';
import { createPainter, UndrawnError } from './create-painter.ts';
import { type Ink, paintInPage } from './in-page.ts';
import { CARD_SIZE, INKS, layOut, type StripOrder } from './layout.ts';
import { paintStrip } from './paint-strip.ts';
import { createPalette, type Palette } from './palette.ts';
import { formatPng, type PackedRows, packRows } from './png.ts';
import type { Card, CardLook } from './types.ts';

/** How cards are drawn, and where strips of them are kept for other processes: in a folder `cards` of `dir`. */
export interface CardTools extends DrawerOptions {
  /** The program of a browser; without it the usual places are tried. */
  readonly chromium?: string | undefined;
}

/** Makes the cards of a site. */
export interface CardPrinter {
  /** Of program and look: cards of another printer differ. */
  readonly name: string;
  /** Draws what these cards need and nobody has kept. Why that cannot be, if it cannot. */
  prepare(cards: readonly Card[]): Promise<string | undefined>;
  /** A PNG of a card that was prepared. */
  print(card: Card): Promise<Uint8Array>;
  close(): Promise<void>;
}

export function createPrinter(
  look: CardLook,
  { chromium = process.env.DECANT_CHROMIUM || undefined, dir, ...options }: CardTools,
): CardPrinter {
  const painter = createPainter(chromium, look.font);
  const drawer = openDrawer({ ...options, dir: dir && join(dir, 'cards') });
  const program = hash([PROGRAM, look]);
  /** What was found or drawn; what the folder holds is read again when it is needed. */
  const known = new Map<string, PackedRows | 'kept'>();
  let palette: Promise<Palette> | undefined;
  return { name: program, prepare, print, close };

  async function prepare(cards: readonly Card[]): Promise<string | undefined> {
    const wanted = new Map(
      cards.flatMap((card) => layOut(card, look)).map((order) => [nameStrip(order), order]),
    );
    const missing: StripOrder[] = [];
    for (const [name, order] of wanted) if (!(await isKept(name))) missing.push(order);
    try {
      await draw(missing);
      return undefined;
    } catch (error) {
      if (error instanceof UndrawnError) return error.message;
      throw error;
    }
  }

  async function print(card: Card): Promise<Uint8Array> {
    palette ??= mixPalette();
    const orders = layOut(card, look);
    const strips: PackedRows[] = [];
    for (const order of orders) strips.push(await find(order));
    return formatPng(CARD_SIZE, await palette, strips);
  }

  async function close(): Promise<void> {
    await painter.close();
    await drawer.tidy();
  }

  function nameStrip(order: StripOrder): string {
    return `${hash([program, order])}.strip`;
  }

  async function isKept(name: string): Promise<boolean> {
    if (known.has(name)) return true;
    if ((await readStrip(drawer, name)) === undefined) return false;
    known.set(name, 'kept');
    return true;
  }

  /** Another build may have made room in the folder meanwhile. */
  async function find(order: StripOrder): Promise<PackedRows> {
    const name = nameStrip(order);
    const found = known.get(name);
    if (found !== undefined && found !== 'kept') return found;
    const kept = await readStrip(drawer, name);
    if (kept !== undefined) return kept;
    const [drawn] = await draw([order]);
    if (drawn === undefined) throw new Error('A strip of a card was not drawn.');
    return drawn;
  }

  async function draw(orders: readonly StripOrder[]): Promise<readonly PackedRows[]> {
    if (orders.length === 0) return [];
    palette ??= mixPalette();
    const colours = await palette;
    const made: PackedRows[] = [];
    for (let at = 0; at < orders.length; at += AT_ONCE) {
      const some = orders.slice(at, at + AT_ONCE);
      const inks = [...(await painter.draw(some.flatMap(({ parts }) => parts.map((part) => part.order))))];
      for (const order of some) {
        const strip = packRows(paintStrip(order, inks.splice(0, order.parts.length), colours));
        const name = nameStrip(order);
        known.set(name, (await writeStrip(drawer, name, strip)) ? 'kept' : strip);
        made.push(strip);
      }
    }
    return made;
  }

  /** That of a logo is kept like a strip, so that nothing needs a browser if nothing is new. */
  async function mixPalette(): Promise<Palette> {
    const accent = look.accent ?? INKS.accent;
    const [part] = layOut(SAMPLE, look)[0]?.parts ?? [];
    if (part?.order.kind !== 'picture') return createPalette(accent, undefined);
    const name = `${hash([program, part.order])}.logo`;
    const kept = await drawer.read(name);
    const ink = (kept && parseInk(kept)) ?? (await painter.draw([part.order]))[0];
    if (kept === undefined && ink !== undefined) await drawer.write(name, JSON.stringify(ink));
    return createPalette(accent, ink);
  }
}

const AT_ONCE = 48;
const SAMPLE: Card = { language: 'en', direction: 'ltr', site: '', title: '' };

/** What draws otherwise has another hash. */
const PROGRAM = [paintInPage, paintStrip, createPalette, packRows].map(String).join();

/** Adler-32 and number of bytes of what is packed, then that. */
const HEAD = 8;

async function readStrip(drawer: Drawer, name: string): Promise<PackedRows | undefined> {
  const kept = await drawer.read(name);
  if (kept === undefined || kept.length <= HEAD) return undefined;
  return { sum: kept.readUInt32BE(0), length: kept.readUInt32BE(4), bytes: kept.subarray(HEAD) };
}

function writeStrip(drawer: Drawer, name: string, { sum, length, bytes }: PackedRows): Promise<boolean> {
  const head = Buffer.alloc(HEAD);
  head.writeUInt32BE(sum, 0);
  head.writeUInt32BE(length, 4);
  return drawer.write(name, Buffer.concat([head, bytes]));
}

function parseInk(kept: Buffer): Ink | undefined {
  try {
    const ink = JSON.parse(kept.toString()) as Partial<Ink>;
    const { width, height, margin, runs } = ink;
    return typeof runs === 'string' && width !== undefined && height !== undefined && margin !== undefined
      ? { width, height, margin, runs }
      : undefined;
  } catch {
    return undefined;
  }
}

function hash(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}
