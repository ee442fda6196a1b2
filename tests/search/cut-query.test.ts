import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { repository } from '../build/run-decant.ts';

/** What is asked of the index for a query. */
type CutQuery = (
  query: string,
  known?: Readonly<Record<'common' | 'frequent', ReadonlySet<string>>>,
) => { readonly terms: readonly string[]; readonly marks: readonly string[] };

let cutQuery: CutQuery;
beforeAll(async () => {
  ({ cutQuery } = await import(join(repository, 'site/assets/search-engine.js')));
});

const known = { common: new Set(['kettle']), frequent: new Set(['tea', 'water']) };

test('words that say nothing are left out of a query, unless it has no others', () => {
  expect(cutQuery('how to use the kettle with a lid').terms).toEqual(['kettle', 'lid']);
  expect(cutQuery('how to').terms).toEqual(['how', 'to']);
  expect(cutQuery('kettle lid', known).terms).toEqual(['lid']);
  expect(cutQuery('kettle', known).terms).toEqual(['kettle']);
});

test('words of many articles are left out where there are enough rarer ones, and still marked', () => {
  expect(cutQuery('green tea water', known).terms).toEqual(['green', 'tea', 'water']);
  const { terms, marks } = cutQuery('steeping green tea in three minutes', known);
  expect(terms).toEqual(['steeping', 'green', 'three', 'minutes']);
  expect(marks).toContain('tea');
});
