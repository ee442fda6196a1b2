import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { type Chromium, findChromium, launchChromium, NoBrowserError } from '../chromium/index.ts';
import { type Drawing, type DrawingOrder, drawInPage } from './in-page.ts';
import { createLook, type DiagramScheme } from './look.ts';

/** Why nothing can be drawn here. */
export interface Undrawn {
  readonly undrawn: string;
}

/** Draws with Mermaid, in a browser that starts when it is needed. */
export interface Artist {
  /** What draws: another one may draw otherwise. Undefined where it is not installed. */
  readonly version: string | undefined;
  draw(text: string, prefix: string, scheme: DiagramScheme): Promise<Drawing | Undrawn>;
  close(): Promise<void>;
}

const require = createRequire(import.meta.url);
/** Milliseconds that a drawing may take. */
const PATIENCE = 120_000;

export function createArtist(chromium: string | undefined): Artist {
  const program = findMermaid();
  let browser: Promise<Chromium> | undefined;
  let easel: Promise<Page> | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  return {
    version: program?.version,
    draw(text, prefix, scheme) {
      // One after the other: they share a page, and Mermaid with it.
      const drawing = queue.then(() => drawNow(text, prefix, scheme));
      queue = drawing.catch(() => undefined);
      return drawing;
    },
    async close() {
      await (await browser?.catch(() => undefined))?.close();
    },
  };

  async function drawNow(text: string, prefix: string, scheme: DiagramScheme): Promise<Drawing | Undrawn> {
    if (program === undefined)
      return { undrawn: 'Diagrams need Mermaid. Install it: npm install --save-dev mermaid' };
    try {
      browser ??= launchChromium(chromium, 'A diagram');
      easel ??= openEasel(await browser, program.script);
      return await drawOn(await easel, { text, prefix, config: createLook(scheme, prefix) });
    } catch (error) {
      if (error instanceof NoBrowserError) return { undrawn: error.message };
      // A page that does not answer draws nothing else either.
      easel = undefined;
      return { fault: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) };
    }
  }
}

/** A page that has loaded Mermaid. Nothing is asked of any host, whatever the text of a diagram names. */
async function openEasel(browser: Chromium, script: string): Promise<Page> {
  const page = await browser.newPage({ offline: true });
  await page.route('**', (route) => route.abort());
  await page.setContent('<!doctype html><meta charset="utf-8"><body></body>');
  await page.addScriptTag({ path: script });
  return page;
}

async function drawOn(page: Page, order: DrawingOrder): Promise<Drawing> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('it takes too long')), PATIENCE);
  });
  try {
    return await Promise.race([page.evaluate(drawInPage, order), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** What decides whether diagrams are drawn, and by what: equal texts draw alike where it is equal. */
export function signArtist(chromium: string | undefined): string {
  return `${findMermaid()?.version} ${findChromium(chromium)}`;
}

/** The site's own, beside Decant or above it. */
function findMermaid(): { readonly version: string; readonly script: string } | undefined {
  try {
    const { version } = require('mermaid/package.json') as { version: string };
    return { version, script: require.resolve('mermaid/dist/mermaid.min.js') };
  } catch {
    return undefined;
  }
}
