import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { render, show } from '../markdown/fill.ts';

const folder = join(import.meta.dirname, '../../site/assets');
const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(?:css|js)$/.test(name))
  .map((name) => readFileSync(join(folder, name), 'utf8'));

/** Attributes that tags of Liquid and Markdown itself make, which do no harm wherever they stand. */
const HARMLESS = ['footnote-backref', 'furniture', 'label'];

const find = (pattern: RegExp) =>
  texts.flatMap((text) => [...text.matchAll(pattern)].map(([, found = '']) => found));
const dash = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

test('no author can write an attribute that a script or a style of the theme goes by', async () => {
  const taken = find(/const \{([^{}]*)\} = [\w.()'[\]]+\.dataset/g).flatMap((names) => names.split(','));
  const names = new Set([
    ...taken.map((name) => dash(name.replace(/[:=].*|\.{3}.*/s, '').trim())).filter((name) => name !== ''),
    ...find(/dataset\.([a-z]+)/gi).map(dash),
    ...find(/'([a-z]+)' in [a-z]+\.dataset/g).map(dash),
    ...find(/\bdata-([a-z-]+)/g),
  ]);
  for (const name of HARMLESS) names.delete(name);
  expect(names).toContain('style');
  expect(names.size).toBeGreaterThan(20);
  const written = [...names].map((name) => `<p data-${name}="x">a</p>`).join('\n\n');
  expect(show(await render(written))).not.toContain('data-');
});

test('no author can put a class on the page that lies over what is around', async () => {
  const rules = find(/([^{}]*)\{[^{}]*position: (?:fixed|sticky)/g).filter((rule) => !rule.includes(' > '));
  const names = rules.flatMap((rule) => [...rule.matchAll(/\.([\w-]+)/g)].map(([, name]) => name));
  expect(names).toContain('sidebar');
  const written = names.map((name) => `<p class="${name}">a</p>`).join('\n\n');
  expect(show(await render(written))).not.toContain('class=');
});
