import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { bundleSite, isBundle } from '../../src/bundle/index.ts';

/** Bundles files of a site that is published below `/docs/`. */
async function bundle(texts: Readonly<Record<string, string>>) {
  const { bytes, pages } = await bundleSite({
    names: Object.keys(texts),
    basePath: '/docs/',
    baseUrl: 'https://example.com/docs/',
    folder: 'tea',
    readFile: async (name) => new TextEncoder().encode(texts[name]),
  });
  const unpacked = unzipSync(bytes);
  const files = Object.fromEntries(Object.entries(unpacked).map(([name, file]) => [name, strFromU8(file)]));
  return { bytes, pages, files };
}

/** What becomes of markup in the page `en/pots/`. */
async function rewrite(markup: string): Promise<string> {
  const { files } = await bundle({
    'index.html': '',
    'en/index.html': '',
    'en/pots/index.html': markup,
    'en/緑茶/index.html': '',
    'en/pots.md': '',
    'theme/page.js': '',
    'assets/a b.png': '',
    'search/en/index.json': '',
  });
  return files['tea/en/pots/index.html'] ?? '';
}

test.each([
  ['<a href="/docs/en/#top">', '<a href="../index.html#top">'],
  ['<a href="/docs/en">', '<a href="../index.html">'],
  ['<a href="/docs/en/pots/">', '<a href="index.html">'],
  ['<a href="/docs/">', '<a href="../../index.html">'],
  [
    '<a href="/docs/en/%E7%B7%91%E8%8C%B6/?a=1&amp;b=2">',
    '<a href="../%E7%B7%91%E8%8C%B6/index.html?a=1&amp;b=2">',
  ],
  ["<a title='>' href='/docs/en/'>", "<a title='>' href='../index.html'>"],
  ['<a href=/docs/en/>', '<a href=../index.html>'],
  ['<a href="/docs/en/cups/?q=1#x">', '<a href="https://example.com/docs/en/cups/?q=1#x">'],
  ['<a href="/elsewhere/">', '<a href="https://example.com/elsewhere/">'],
  ['<a href="#x"><a href="https://a.example/docs/en/"><a href="//a.example/">', undefined],
  [
    '<img srcset="/docs/assets/a%20b.png 2x, /docs/assets/a%20b.png">',
    '<img srcset="../../assets/a%20b.png 2x, ../../assets/a%20b.png">',
  ],
  ['<button data-search="/docs/search/en/index.json">', '<button data-search="../../search/en/index.json">'],
  [
    '<script type="module" src="/docs/theme/page.js"></script>',
    '<script defer src="../../theme/page.js"></script>',
  ],
  ['<script>f(`<a href="/docs/en/">`)</script><!-- <a href="/docs/en/"> -->', undefined],
  [
    '<style>i { background: url(/docs/assets/a%20b.png) }</style>',
    '<style>i { background: url(../../assets/a%20b.png) }</style>',
  ],
  ['<link rel="preload" href="/docs/theme/page.js" crossorigin>', ''],
  ['<p>href="/docs/en/"</p>', undefined],
])('%s leads from file to file', async (markup, expected) => {
  expect(await rewrite(markup)).toBe(expected ?? markup);
});

test('a bundle has what readers see, and scripts that no page has to fetch', async () => {
  const { files, pages, bytes } = await bundle({
    'index.html': '<head><noscript><meta http-equiv="refresh" content="0; url=/docs/en/"></noscript></head>',
    'en/index.html': '<head></head>',
    'en/old/index.html': '<head><meta http-equiv="refresh" content="0; url=/docs/en/"></head>',
    'en/@compare/index.html': '<form id="compare" data-comparer="/docs/theme/compare-texts.js">',
    'en.md': '# Tea',
    'theme/dialog.js': 'export async function open() {\n  await import(engine);\n}\n',
    'theme/page.js': 'import("x");',
    'theme/styles.css': "@font-face { src: url('/docs/assets/a.woff2') }",
    'assets/a.woff2': 'font',
    'search/en/index.json': '{}',
    'feeds/en/changes/tea.atom': '',
    '404.html': '',
    '.decant-site': '',
  });
  const { 'tea/offline.js': script, ...rest } = files;
  expect(script).toMatch(/window\.decant = /);
  expect(rest).toEqual({
    'tea/assets/a.woff2': 'font',
    'tea/en.md': '# Tea',
    'tea/en.md.js': "decant.give('IyBUZWE=');\n",
    'tea/en/index.html': '<head>\n<script src="../offline.js" data-base="/docs/"></script></head>',
    'tea/index.html':
      '<head>\n<script src="offline.js" data-base="/docs/"></script><noscript><meta http-equiv="refresh" content="0; url=en/index.html"></noscript></head>',
    'tea/search/en/index.json.js': "decant.give('e30=');\n",
    'tea/theme/dialog.js':
      "decant.define(function (self, WorkerGlobalScope) {\n'use strict';\nasync function open() {\n  await decant.load(engine);\n}\n\nreturn { open };\n});\n",
    'tea/theme/page.js': 'decant.load("x");',
    'tea/theme/styles.css': "@font-face { src: url('../assets/a.woff2') }",
  });
  expect(Object.keys(files)).toEqual([...Object.keys(files)].sort());
  expect(pages).toBe(2);
  expect([isBundle(bytes), isBundle(bytes.subarray(1, -1))]).toEqual([true, false]);
});
