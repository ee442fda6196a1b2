import type { Page } from 'playwright-core';
import { type Chromium, launchChromium, NoBrowserError } from '../chromium/index.ts';
import { type Ink, type InkOrder, paintInPage } from './in-page.ts';
import type { CardFont } from './types.ts';

/** Why nothing can be drawn here. */
export class UndrawnError extends Error {}

/** Draws in a browser that starts when it is needed. */
export interface Painter {
  /** @throws UndrawnError */
  draw(orders: readonly InkOrder[]): Promise<readonly Ink[]>;
  close(): Promise<void>;
}

/** Milliseconds that some texts may take. */
const PATIENCE = 120_000;
/** Texts that are drawn at a time: what is drawn stays in memory until it is there. */
const AT_ONCE = 24;

export function createPainter(chromium: string | undefined, font: CardFont | undefined): Painter {
  let browser: Promise<Chromium> | undefined;
  let easel: Promise<Page> | undefined;
  return {
    async draw(orders) {
      if (orders.length === 0) return [];
      try {
        browser ??= launchChromium(chromium, 'A card picture');
        easel ??= openEasel(await browser, font);
        const page = await easel;
        const drawn: Ink[] = [];
        for (let at = 0; at < orders.length; at += AT_ONCE)
          drawn.push(...(await hurry(page.evaluate(paintInPage, orders.slice(at, at + AT_ONCE)))));
        return drawn;
      } catch (error) {
        if (error instanceof NoBrowserError) throw new UndrawnError(error.message);
        const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
        throw new UndrawnError(`Chromium cannot draw: ${line.replace(/^page\.evaluate: /, '')}`);
      }
    },
    async close() {
      await (await browser?.catch(() => undefined))?.close();
    },
  };
}

/** A page of its own, which asks no host for anything. */
async function openEasel(browser: Chromium, font: CardFont | undefined): Promise<Page> {
  const page = await browser.newPage({ offline: true, viewport: { width: 1200, height: 630 } });
  await page.route('**', (route) => route.abort());
  const faces = (font?.files ?? []).map(
    ({ source, weight = '400', style = 'normal' }) =>
      `@font-face{font-family:"${font?.family}";src:url("${source}");font-weight:${weight};font-style:${style}}`,
  );
  await page.setContent(`<!doctype html><meta charset="utf-8"><style>${faces.join('')}</style><body></body>`);
  return page;
}

async function hurry<Value>(work: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('it takes too long')), PATIENCE);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
