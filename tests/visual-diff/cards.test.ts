import { expect, test } from 'vitest';
import { type Card, openCards } from '../../src/cards/index.ts';
import { appendTo, build, buildAnew, copySite, replaceIn } from '../build/copy-site.ts';
import { readTree } from '../build/read-tree.ts';
import { createTemporaryFolder } from '../build/temporary-folder.ts';
import { findBox, readPng } from '../cards/read-png.ts';
import { browser } from './browser.ts';

const LOGO = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="60" height="60"><path fill="#e8a33d" d="M10 0h50v60H10z"/></svg>')}`;
const SHARED = { site: 'Lantern Docs', product: 'Wicks', version: 'Lantern 3.2' };
const CARDS: readonly Card[] = [
  { ...SHARED, language: 'en', direction: 'ltr', title: 'Trim the wick' },
  { ...SHARED, language: 'ja', direction: 'ltr', title: 'ランタンの芯を切りそろえてから火を灯す' },
  { ...SHARED, language: 'ar', direction: 'rtl', title: 'قص فتيل الفانوس قبل إشعاله' },
  { ...SHARED, language: 'en', direction: 'ltr', title: 'Trimming the wicks of many lanterns '.repeat(20) },
];
const PADDING = 80;

test('cards are drawn in every script, keep to their edges, and strips of them are kept', async () => {
  const dir = createTemporaryFolder();
  const look = { logo: { source: LOGO, replacesTitle: false } };
  const print = async (chromium: string) => {
    const printer = await openCards(look, { chromium, dir });
    const fault = await printer.prepare(CARDS);
    const files = fault === undefined ? await Promise.all(CARDS.map(printer.print)) : [];
    await printer.close();
    return files;
  };
  const files = await print(browser);
  const [en, ja, ar, long] = files.map((file) => ({
    head: findBox(file, 0, 150),
    title: findBox(file, 150, 460),
    foot: findBox(file, 460, 610),
  }));
  for (const file of files) {
    expect([readPng(file).width, readPng(file).height]).toEqual([1200, 630]);
    expect(file.length).toBeLessThan(40_000);
  }
  for (const box of [en, ja, ar, long].flatMap((each) => Object.values(each ?? {}))) {
    expect(box[0]).toBeGreaterThan(PADDING - 8);
    expect(box[1]).toBeLessThan(1200 - PADDING + 8);
  }
  // The logo begins 10 of 60 pixels behind its edge, on the side where lines begin.
  expect(en?.head[0]).toBe(PADDING + 10);
  expect(ar?.head[1]).toBeGreaterThan(1200 - PADDING - 4);
  expect(en?.title[0]).toBeLessThan(PADDING + 10);
  expect(ar?.title[1]).toBeGreaterThan(1200 - PADDING - 20);
  // Product and version stand at both ends.
  expect((en?.foot[1] ?? 0) - (en?.foot[0] ?? 0)).toBeGreaterThan(1000);
  // What was drawn before needs no browser.
  expect(await print('/nowhere/chromium')).toEqual(files);
}, 300_000);

test('a build with cards writes one for each page, and the same after an edit as anew', async () => {
  const place = copySite('translations');
  appendTo(place, 'data/site.yml', '\ncards: true\n');
  await build(place);
  const first = readTree(place.out);
  const cards = [...first.keys()].filter((name) => name.startsWith('cards/'));
  const pages = cards.map((name) => first.get(name.replace(/^cards\/(.*)\.png$/, '$1/index.html')));
  expect(cards).toContain('cards/ja/server@1.0/light/repair.png');
  cards.forEach((name, at) => {
    expect(pages[at]).toMatch(`<meta property="og:image" content="https://lantern.example.com/${name}?`);
  });
  replaceIn(place, 'content/light/repair.md', 'title: ', 'title: Now ');
  const { figures, diagnostics } = await build(place);
  expect(figures).toHaveProperty('anew');
  const anew = await buildAnew(place);
  expect(readTree(place.out)).toEqual(anew.tree);
  expect(diagnostics).toEqual(anew.diagnostics);
  expect(diagnostics.map(({ code }) => code)).not.toContain('cards/undrawn');
}, 300_000);
