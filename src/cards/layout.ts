import { createHash } from 'node:crypto';
import type { InkOrder, TextOrder } from './in-page.ts';
import type { Card, CardFont, CardLook } from './types.ts';

/** As services ask for it: less than 1200 pixels in width is shown small by some. */
export const CARD_SIZE = { width: 1200, height: 630 } as const;

/** Colours of the theme in its light scheme, `site/assets/styles.css`: a picture cannot know the reader's. */
export const INKS = { text: '#1b2327', soft: '#536268', accent: '#0a6570' } as const;

/** Words in one colour, or a picture. */
export interface StripPart {
  readonly ink: keyof typeof INKS | 'picture';
  readonly order: InkOrder;
  /** The side of the strip at which it stands; at `start`, behind what stands there already. */
  readonly side: 'start' | 'end';
}

/** A part of a card, as wide as it is. Many cards have one in common, so each is drawn once. */
export interface StripOrder {
  readonly height: number;
  readonly direction: 'ltr' | 'rtl';
  readonly parts: readonly StripPart[];
  /** Height of the line in the accent at its lower edge. */
  readonly edge: number;
}

const PADDING = 80;
/** Where a strip begins, and what is left free between two parts of it. */
export const START = PADDING;
export const GAP = 24;
const INNER = CARD_SIZE.width - 2 * PADDING;
const HEIGHTS = { head: 150, title: 310, foot: 170 } as const;
const EDGE = 20;

const LOGO = { width: 420, height: 64 } as const;
const SITE = { sizes: [40, 34, 28], weight: 600, height: 48 } as const;
const TITLE = { sizes: [84, 76, 68, 60, 52], weight: 700, height: 290 } as const;
const PRODUCT = { sizes: [34, 30, 26], weight: 500, height: 41 } as const;
const VERSION = { ...PRODUCT, weight: 700 } as const;
/** Widths of product and version where a card has both. */
const HALVES = { product: 540, version: 460 } as const;

/** The three strips of a card: logo and site; title; product and version. */
export function layOut(card: Card, { logo, font }: Omit<CardLook, 'accent'>): readonly StripOrder[] {
  const { direction, language } = card;
  const families = listFamilies(font);
  return [
    { direction, height: HEIGHTS.head, edge: 0, parts: listHead() },
    { direction, height: HEIGHTS.title, edge: 0, parts: [write('text', card.title, TITLE, INNER)] },
    { direction, height: HEIGHTS.foot, edge: EDGE, parts: listFoot() },
  ];

  function listHead(): readonly StripPart[] {
    if (logo === undefined) return [write('text', card.site, SITE, INNER)];
    const picture: StripPart = {
      ink: 'picture',
      side: 'start',
      order: { kind: 'picture', source: logo.source, ...LOGO },
    };
    return logo.replacesTitle
      ? [picture]
      : [picture, write('text', card.site, SITE, INNER - LOGO.width - GAP)];
  }

  function listFoot(): readonly StripPart[] {
    const { product = '', version = '' } = card;
    if (version === '') return product === '' ? [] : [write('soft', product, PRODUCT, INNER)];
    if (product === '') return [write('accent', version, VERSION, INNER)];
    return [
      write('soft', product, PRODUCT, HALVES.product),
      { ...write('accent', version, VERSION, HALVES.version), side: 'end' },
    ];
  }

  function write(
    ink: keyof typeof INKS,
    text: string,
    look: Pick<TextOrder, 'sizes' | 'weight' | 'height'>,
    width: number,
  ): StripPart {
    const order: TextOrder = { kind: 'text', text, language, direction, families, ...look, width };
    return { ink, side: 'start', order };
  }
}

function listFamilies(font: CardFont | undefined): string {
  const own = font === undefined ? '' : `"${font.family}", `;
  return `${own}system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif`;
}

/** Names all that decides how cards look but for their words. */
export function nameLook(look: unknown): string {
  return hash([look, layOut(SAMPLE, {}), INKS]);
}

/** Names what a card shows: another name is another picture. */
export function nameCard(card: Card, look: string): string {
  return hash([card, look]).slice(0, 12);
}

function hash(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}

const SAMPLE: Card = { language: 'en', direction: 'ltr', site: 'S', title: 'T', product: 'P', version: 'V' };
