import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Presence } from '../../src/config/index.ts';
import { readTheme } from '../../src/theme/index.ts';
import { isArticle, listLoaded, listPages, measure, sum } from './site-files.ts';

/** Bytes over the wire, gzip. What a reader has to wait for grows by itself unless something stops it. */
const LIMITS = {
  script: 8_192,
  styles: 10_240,
  math: 1_536,
  search: 1_024,
  article: 12_288,
  firstLoad: 30_720,
};

const pages = listPages();
const articles = pages.filter(isArticle);

test('there is something to measure', () => {
  expect(articles.length).toBeGreaterThan(100);
});

test('all scripts of a page together stay small', () => {
  for (const { path, text } of pages) {
    expect(sum(listLoaded(text, 'script').map(measure)), path).toBeLessThanOrEqual(LIMITS.script);
  }
});

test('a page has no script in its HTML, so that a policy can forbid such scripts', () => {
  for (const { path, text } of pages) {
    expect(text, path).not.toMatch(/<script(?![^>]* src=)|<[^>]*\son\w+=|javascript:/);
  }
});

test('a page has no style in its HTML, so that a policy can forbid such styles', () => {
  for (const { path, text } of pages) expect(text, path).not.toMatch(/<style|<[^>]*\sstyle=/);
});

test('the style sheets of a page together stay small, also where the site file asks for everything that has styles', async () => {
  const asked = await measureWholeSheet();
  for (const { path, text } of pages) {
    const styles = listLoaded(text, 'styles');
    const base = styles.filter((style) => style.includes('/styles.'));
    expect(base, path).toHaveLength(1);
    const [math = [], parts = []] = [true, false].map((isMath) =>
      styles.filter((style) => !base.includes(style) && style.includes('/math.') === isMath),
    );
    expect(asked + sum(parts.map(measure)), path).toBeLessThanOrEqual(LIMITS.styles);
    expect(sum(math.map(measure)), path).toBeLessThanOrEqual(LIMITS.math);
  }
});

test('the styles of the search, which come with it, stay small', () => {
  const [, styles = ''] =
    pages.map(({ text }) => / data-styles="([^"]+)"/.exec(text)).find((found) => found) ?? [];
  expect(styles).toContain('/search.');
  expect(measure(styles)).toBeLessThanOrEqual(LIMITS.search);
});

test('the HTML of the median article stays small', () => {
  const sizes = articles.map(({ text }) => measure(text)).sort((a, b) => a - b);
  expect(sizes[sizes.length >> 1]).toBeLessThanOrEqual(LIMITS.article);
});

test('the first load of a page without its images stays small', () => {
  for (const { path, text } of pages) {
    const loaded = [...listLoaded(text, 'script'), ...listLoaded(text, 'styles')];
    expect(measure(text) + sum(loaded.map(measure)), path).toBeLessThanOrEqual(LIMITS.firstLoad);
  }
});

/** The sheet that all pages load, of a site whose site file asks for every part of it. */
async function measureWholeSheet(): Promise<number> {
  const root = join(import.meta.dirname, '../..');
  const place = { file: 'data/site.yml', line: 1, column: 1 };
  const picture = { text: 'assets/logo.svg', place };
  const font = {
    family: 'Alderwick Sans',
    files: [{ file: { text: 'assets/a.woff2', place }, weight: '100 900' }],
  };
  const colours = { accent: '#8a1c4a', low: '#f3e8ed' };
  const keys: Required<
    Pick<Presence, 'logo' | 'header' | 'footer' | 'social' | 'banner' | 'accent' | 'fonts'>
  > = {
    logo: { light: picture, dark: picture },
    header: [],
    footer: { links: [] },
    social: [],
    banner: [],
    accent: { light: colours, dark: colours },
    fonts: { text: font, code: font },
  };
  const { files } = (await readTheme({ root, baseUrl: 'https://docs.example.com/', ...keys })).value;
  const sheet = files.find(({ name }) => name === 'styles.css')?.text ?? '';
  const parts = join(root, 'site/assets/parts');
  for (const name of readdirSync(parts)) {
    const [selector = ''] = /^\.[\w-]+/m.exec(readFileSync(join(parts, name), 'utf8')) ?? [];
    expect(sheet, name).toContain(selector);
  }
  return measure(sheet);
}
