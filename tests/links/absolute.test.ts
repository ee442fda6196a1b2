import { expect, test } from 'vitest';
import { formatAbsolute } from '../../src/links/index.ts';
import { fc } from '../property.ts';

test('an address becomes absolute as a browser makes it so', () => {
  const base = 'https://docs.example.com/k/en/tea/';
  const parts = fc.constantFrom(
    ...['/', '//', '.', '..', '#', '?', '%2e', '%E8%8C%B6', '\\', ' ', '\t', '@', ':', '-', '_'],
    ...['a', 'tea', 'server@2.1', 'A.b', '茶', 'x:y', '<', '"', '|'],
  );
  const hrefs = fc.array(parts, { maxLength: 8 }).map((found) => `/${found.join('')}`);
  fc.assert(
    fc.property(hrefs, (href) => {
      fc.pre(URL.canParse(href, base));
      expect(formatAbsolute(base, href)).toBe(new URL(href, base).href);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['/k/en/server@2.1/tea/', 'https://docs.example.com/k/en/server@2.1/tea/'],
  ['/k/en/tea.md#top', 'https://docs.example.com/k/en/tea.md#top'],
  ['/k/../%2e%2E/tea', 'https://docs.example.com/tea'],
  ['#top', 'https://docs.example.com/k/#top'],
])('%s becomes %s', (href, absolute) => {
  expect(formatAbsolute('https://docs.example.com/k/', href)).toBe(absolute);
});
