import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parseOptions } from '../../bench/options.ts';
import { chooseRows } from '../../bench/rows.ts';
import { listRows } from '../../bench/scenarios.ts';
import { repository } from '../build/run-decant.ts';

const ratio = (of: string) => ({ kind: 'ratio', by: 'wall', of, atMost: 1 }) as const;
const rows = [
  { name: 'cold' },
  { name: 'rival', needs: 'cold' },
  { name: 'title', needs: 'cold', target: ratio('rival') },
  { name: 'check' },
  { name: 'explain', needs: 'check', target: ratio('unchanged') },
  { name: 'unchanged', needs: 'cold', target: ratio('missing') },
];
const choose = (...names: readonly string[]) =>
  chooseRows(rows, (name) => names.includes(name)).map(({ name }) => name);

it('rows come with what they are compared with and what they need, in the order of all', () => {
  expect(choose('cold')).toEqual(['cold']);
  expect(choose('title')).toEqual(['cold', 'rival', 'title']);
  expect(choose('explain')).toEqual(['cold', 'check', 'explain', 'unchanged']);
  expect(choose()).toEqual([]);
});

it('what rows are compared with and need is among them, but for other programs, and comes before them', () => {
  const line = { file: 'x.md', line: 1, pages: 2 };
  const reusable = { ...line, user: 'b.md' };
  const picks = {
    article: 'a.md',
    spares: [],
    reusable,
    variable: line,
    version: 'v',
    releases: 3,
    language: 'en',
  };
  const translated = join(repository, 'tests/sites/translations');
  const all = listRows('/folder', '/folder/main', picks, { root: '/site', growth: 10, translated });
  const names = all.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const [at, { needs, target }] of all.entries()) {
    if (needs !== undefined) expect(names.slice(0, at)).toContain(needs);
    if (target?.kind === 'ratio' && !target.of.startsWith('Hugo'))
      expect(names.slice(0, at)).toContain(target.of);
  }
});

it('a run for some rows, or a small one, writes no results', () => {
  expect(parseOptions([]).out).toBe(join(repository, 'bench/RESULTS.md'));
  for (const args of [['--rows', 'title'], ['--small'], ['--profile']])
    expect(parseOptions(args).out).toBeUndefined();
  expect(parseOptions(['--rows', 'title', '--out', '/x/y']).out).toBe('/x/y');
  expect(parseOptions(['--rows', 'TITLE']).rows?.test("one article's title changed")).toBe(true);
  expect(() => parseOptions(['--rounds', '0'])).toThrow("'0' is not a number of times");
});
