import type { BrowserContext, Page } from 'playwright-core';
import { type Chromium, launchChromium } from '../chromium/index.ts';
import { type BoxPair, collectBlocks, countPixels, settlePage } from './in-page.ts';
import type { Photo, View } from './types.ts';

/** A browser that looks at pages. */
export interface PictureBrowser {
  /** Undefined for a page that leads the reader elsewhere before it is seen. */
  photograph(url: string, view: View): Promise<Photo | undefined>;
  /** The share of pixels that differ, for each pair of boxes. */
  countPixels(base: Photo, head: Photo, pairs: readonly BoxPair[]): Promise<readonly number[]>;
  close(): Promise<void>;
}

const HEIGHT = 900;

/** The moment that scripts of a page see. */
const NOW = new Date('2024-01-01T00:00:00Z');

/**
 * @param path the browser's program; without it the usual places are tried
 * @throws NoBrowserError where there is no Playwright or no browser
 */
export async function openBrowser(path: string | undefined): Promise<PictureBrowser> {
  const browser = await launchChromium(path, 'decant visual');
  const contexts = new Map<string, Promise<BrowserContext>>();
  const desk = await browser.newPage();
  return {
    photograph: async (url, view) => {
      const key = `${view.width} ${view.scheme}`;
      const context = contexts.get(key) ?? openContext(browser, view);
      contexts.set(key, context);
      return photograph(await context, url);
    },
    countPixels: async (base, head, pairs) =>
      pairs.length === 0 ? [] : desk.evaluate(countPixels, { base: base.png, head: head.png, pairs }),
    close: () => browser.close(),
  };
}

async function openContext(browser: Chromium, { width, scheme }: View): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width, height: HEIGHT },
    deviceScaleFactor: 1,
    colorScheme: scheme,
    reducedMotion: 'reduce',
    locale: 'en-US',
    timezoneId: 'UTC',
    serviceWorkers: 'block',
  });
  await context.clock.setFixedTime(NOW);
  return context;
}

async function photograph(context: BrowserContext, url: string): Promise<Photo | undefined> {
  const page = await context.newPage();
  try {
    const isHere = await openPage(page, url);
    if (!isHere) return undefined;
    await page.evaluate(settlePage);
    const seen = await page.evaluate(collectBlocks);
    const shot = await page.screenshot({
      fullPage: true,
      animations: 'disabled',
      caret: 'hide',
      scale: 'css',
    });
    return { ...seen, png: shot.toString('base64') };
  } finally {
    await page.close();
  }
}

/** Whether the page stays when it is opened. Nothing is asked of other hosts, and the server's own events stay out. */
async function openPage(page: Page, url: string): Promise<boolean> {
  let leave: (isHere: false) => void = () => undefined;
  const left = new Promise<false>((resolve) => {
    leave = resolve;
  });
  await page.route('**', (route) => {
    const request = route.request();
    const isOwn = new URL(request.url()).origin === new URL(url).origin;
    const leaves =
      request.isNavigationRequest() && request.frame() === page.mainFrame() && request.url() !== url;
    if (leaves) leave(false);
    return leaves || !isOwn || request.resourceType() === 'eventsource' ? route.abort() : route.continue();
  });
  const opened = page.goto(url, { waitUntil: 'load' }).then(() => true as const);
  // Where the page leaves, what becomes of opening it is of no interest.
  opened.catch(() => undefined);
  return Promise.race([opened, left]);
}
