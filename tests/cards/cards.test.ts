import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { renderSharing } from '../../site/partials/sharing.ts';
import { type Card, openCards } from '../../src/cards/index.ts';
import { createPalette } from '../../src/cards/palette.ts';
import { formatPng, packRows } from '../../src/cards/png.ts';
import { readPng } from './read-png.ts';

const CARD: Card = { language: 'en', direction: 'ltr', site: 'Lantern', title: 'Trim the wick' };

test('without a browser nothing is drawn, and it is said what to install', async () => {
  const printer = await openCards({}, { chromium: '/nowhere/chromium' });
  expect(await printer.prepare([CARD])).toBe(
    "DECANT_CHROMIUM names '/nowhere/chromium', which is not a program.",
  );
  await printer.close();
});

test('rows that are packed one by one are one picture, whose sums are right', () => {
  const palette = createPalette('#8a1c4a', undefined);
  const parts = [1, 900, 40_000].map((height, seed) =>
    Uint8Array.from({ length: height * 4 }, (_, at) => (at % 4 === 0 ? 0 : (at * (seed + 7)) % 48)),
  );
  const height = parts.reduce((sum, { length }) => sum + length / 4, 0);
  const png = readPng(formatPng({ width: 3, height }, palette, parts.map(packRows)));
  expect([png.width, png.height]).toEqual([3, height]);
  // The sum at the end of the stream is checked, too.
  expect(inflateSync(png.packed).equals(Buffer.concat(parts))).toBe(true);
  expect(png.colours.slice(0, 3)).toEqual([255, 255, 255]);
  expect(png.colours.slice(-3)).toEqual([0x8a, 0x1c, 0x4a]);
});

test('a head names the picture only where there is one', () => {
  const shared = { title: 'Trim', description: '', language: 'en', href: '/k/en/trim/', isArticle: true };
  const site = {
    title: 'Lantern',
    baseUrl: 'https://docs.example.com/k/',
    languages: [],
    share: <T>(_: object, make: () => T) => make(),
  };
  const card = { href: '/k/cards/en/trim.png?1', width: 1200, height: 630, words: 'Trim "it" - Lantern' };
  const plain = renderSharing(shared, site).markup;
  const drawn = renderSharing({ ...shared, card }, site).markup;
  expect(plain).not.toContain('og:image');
  expect(plain).toContain('<meta name="twitter:card" content="summary">');
  expect(drawn).toContain(
    '<meta property="og:image" content="https://docs.example.com/k/cards/en/trim.png?1">',
  );
  expect(drawn).toContain('<meta property="og:image:alt" content="Trim &quot;it&quot; - Lantern">');
  expect(drawn).toContain('<meta name="twitter:card" content="summary_large_image">');
});
