import { statSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { Chromium } from '../chromium/index.ts';
import { findSource } from '../config/index.ts';
import { numberContents, settleBook, shrinkWide } from './in-page.ts';
import { readSheetNumbers } from './read-sheet-numbers.ts';
import type { Book, PrintedBook } from './types.ts';

/** As often as numbers in the list of contents may move what comes after. */
const ROUNDS = 4;

/**
 * Prints a book. Chromium cannot put numbers of sheets into a text, so it prints twice: the first time tells where
 * everything stands.
 *
 * @throws Error where the PDF is not of the form that Chromium writes
 */
export async function printBook(browser: Chromium, book: Book): Promise<PrintedBook> {
  const context = await browser.newContext({
    // Scripts of the content have no say in a book.
    javaScriptEnabled: false,
    colorScheme: 'light',
    locale: 'en-US',
    timezoneId: 'UTC',
    serviceWorkers: 'block',
  });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(0);
    await serveBook(page, book);
    await page.goto(book.url, { waitUntil: 'load', timeout: 0 });
    await page.evaluate(settleBook);
    // Laid out as on a sheet.
    await page.setViewportSize({ width: book.width, height: 1000 });
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(shrinkWide);
    return await printUntilSettled(page);
  } finally {
    await context.close().catch(() => undefined);
  }
}

async function printUntilSettled(page: Page): Promise<PrintedBook> {
  let known = '';
  for (let round = 1; ; round += 1) {
    const bytes = await page.pdf({
      preferCSSPageSize: true,
      printBackground: true,
      tagged: true,
      outline: true,
    });
    const sheets = readSheetNumbers(bytes);
    if (sheets === undefined) throw new Error('Chromium has written a PDF whose pages cannot be counted.');
    const numbers = Object.fromEntries(sheets.numbers);
    const found = JSON.stringify(numbers);
    if (found === known || round === ROUNDS) return { bytes, sheets: sheets.count };
    known = found;
    await page.evaluate(numberContents, numbers);
  }
}

/** The document and its files come from here; nothing is asked of any host. */
async function serveBook(page: Page, { url, html, texts, assets, root }: Book): Promise<void> {
  await page.route('**', (route) => {
    const request = route.request();
    const { origin, pathname, search } = new URL(request.url());
    if (request.isNavigationRequest())
      return request.url() === url && request.frame() === page.mainFrame()
        ? route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' })
        : route.abort();
    const text = texts.get(search === '' ? origin + pathname : search);
    if (text !== undefined) return route.fulfill({ body: text, contentType: 'text/css; charset=utf-8' });
    const asset = assets.get(origin + pathname);
    const file = asset === undefined ? undefined : findSource(root, asset);
    return file !== undefined && statSync(file).isFile() ? route.fulfill({ path: file }) : route.abort();
  });
}
