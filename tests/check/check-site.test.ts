import { expect, test } from 'vitest';
import { checkSite } from '../../src/check/index.ts';
import { linkPages } from '../../src/links/index.ts';
import { config, makeCorpus, makeRendered, noRedirects, pick, versions } from '../links/make-site.ts';

function check(paths: readonly string[], built = 'cl sv-2.0') {
  const corpus = makeCorpus(paths.map((path) => ({ path })));
  const rendered = [...corpus.articles.values()].map((article) => makeRendered({ article }));
  const scope = { config, corpus, versions, built: pick(built), languages: ['en'], redirects: noRedirects };
  return checkSite({ pages: linkPages({ ...scope, rendered, brokenLinks: 'warning' }).value });
}

test('a site whose pages all have their own file is in order', () => {
  expect(check(['', 'tea', 'tea/green', 'coffee'])).toEqual([]);
});

test('two pages with one permalink are an error', () => {
  expect(check(['tea', 'server@2.0/tea'])).toEqual([
    {
      code: 'check/duplicate-permalink',
      severity: 'error',
      message: "The address '/server@2.0/tea' already belongs to content/tea.md.",
      hint: 'Rename one of the two files.',
      place: { file: 'content/server@2.0/tea.md', line: 1, column: 1 },
      via: [],
      versions: ['cl'],
      languages: ['en'],
    },
  ]);
});

test('two permalinks that differ only in case get a warning', () => {
  expect(check(['tea', 'Tea'], 'cl')).toEqual([
    {
      code: 'check/case-clash',
      severity: 'warning',
      message: "The address '/Tea' differs only in case from that of content/tea.md.",
      hint: 'Rename one of the two files, for on macOS and Windows one page would take the place of the other.',
      place: { file: 'content/Tea.md', line: 1, column: 1 },
      via: [],
      versions: ['cl'],
      languages: ['en'],
    },
  ]);
});
