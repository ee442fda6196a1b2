import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { tellCase } from './check-case.ts';
import { formatCatalogue, parseCatalogue } from './read-catalogue.ts';

const themes = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.txt'));
const catalogues = themes.map((name) => {
  const path = join(import.meta.dirname, name);
  return { name, path, cases: parseCatalogue(readFileSync(path, 'utf8')) };
});

describe('the catalogue of bad inputs', () => {
  test.each(catalogues)('$name is told of as expected', async ({ path, cases }) => {
    const told = [];
    for (const each of cases) told.push({ ...each, expected: await tellCase(each) });
    await expect(formatCatalogue(told)).toMatchFileSnapshot(path);
  });

  test('has hundreds of cases, each with a title of its own and something said of it', () => {
    const all = catalogues.flatMap(({ cases }) => cases);
    const titles = all.map(({ title }) => title);
    expect(all.length).toBeGreaterThanOrEqual(300);
    expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([]);
    const silent = catalogues.map(({ name, cases }) => [
      name,
      cases.filter(({ expected }) => expected === ''),
    ]);
    // What looks wrong and is right is told apart from what nobody mentions.
    expect(Object.fromEntries(silent.filter(([, cases]) => cases?.length !== 0))).toEqual({
      'sound.txt': catalogues.find(({ name }) => name === 'sound.txt')?.cases,
    });
  });
});
