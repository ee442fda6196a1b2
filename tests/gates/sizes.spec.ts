import { expect, test } from '@playwright/test';
import { isArticle, listLoaded, listPages, measure, sum } from './site-files.ts';

/** Bytes over the wire, gzip. What a reader has to wait for grows by itself unless something stops it. */
const LIMITS = { script: 8_192, styles: 10_240, math: 1_536, article: 12_288, firstLoad: 30_720 };

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

test('there is one style sheet, on home pages of their own and with formulas a second one, and together they stay small', () => {
  for (const { path, text } of pages) {
    const styles = listLoaded(text, 'styles');
    // What the page for comparing is going to show may have formulas.
    const hasSecond = /class="layout home-layout"|<math/.test(text) || path.includes('@compare/');
    expect(styles, path).toHaveLength(hasSecond ? 2 : 1);
    const [math = [], others = []] = [true, false].map((isMath) =>
      styles.filter((style) => style.includes('/math.') === isMath),
    );
    expect(sum(others.map(measure)), path).toBeLessThanOrEqual(LIMITS.styles);
    expect(sum(math.map(measure)), path).toBeLessThanOrEqual(LIMITS.math);
  }
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
