/**
 * Cards: what stands on a card and how the site looks come in, a picture of 1200 by 630 pixels goes out, for services that show a
 * page somebody shares. Drawn by Chromium, which breaks and shapes lines of every script; equal strips of cards are drawn once, and kept.
 */
import { findChromium } from '../chromium/index.ts';
import type { CardPrinter, CardTools } from './create-printer.ts';
import type { CardLook } from './types.ts';

export type { CardPrinter, CardTools } from './create-printer.ts';
export { CARD_SIZE, nameCard, nameLook } from './layout.ts';
export type { Card, CardLook } from './types.ts';

/** What draws is loaded where somebody wants cards. */
export async function openCards(look: CardLook, tools: CardTools = {}): Promise<CardPrinter> {
  const { createPrinter } = await import('./create-printer.ts');
  return createPrinter(look, tools);
}

/** What decides whether cards are drawn; undefined where they are not. */
export function signCardArtist(
  chromium: string | undefined = process.env.DECANT_CHROMIUM || undefined,
): string | undefined {
  return findChromium(chromium);
}
