import { expect, test } from 'vitest';
import { checkSite } from '../../src/check/index.ts';
import { linkPages } from '../../src/links/index.ts';
import { config, makeCorpus, makeRendered, noRedirects, pick, versions } from '../links/make-site.ts';

function check(paths: readonly string[], built = 'cl sv-2.0') {
  const corpus = makeCorpus(paths.map((path) => sketch(path, paths)));
  const rendered = [...corpus.articles.values()].map((article) => makeRendered({ article }));
  const scope = { config, corpus, versions, built: pick(built), languages: ['en'], redirects: noRedirects };
  return checkSite({ pages: linkPages({ ...scope, rendered, brokenLinks: 'warning' }).value, redirects: [] });
}

/** An index page, if others stand below it. */
function sketch(path: string, paths: readonly string[]) {
  const isIndex = path !== '' && paths.some((other) => other.startsWith(`${path}/`));
  return isIndex ? { path, children: [] } : { path };
}

test('a site whose pages all have their own file is in order', () => {
  expect(check(['', 'tea', 'tea/green', 'coffee']).diagnostics).toEqual([]);
});

test('two pages with one permalink are an error', () => {
  expect(check(['tea', 'server@2.0/tea']).diagnostics).toEqual([
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
  expect(check(['tea', 'Tea'], 'cl').diagnostics).toEqual([
    {
      code: 'check/case-clash',
      severity: 'warning',
      message: "The address '/Tea' differs only in case from that of content/tea.md.",
      hint: 'Rename one of the two files. On macOS and Windows, one page would replace the other.',
      place: { file: 'content/Tea.md', line: 1, column: 1 },
      via: [],
      versions: ['cl'],
      languages: ['en'],
    },
  ]);
});

test.each([
  [['tea', 'server@2.0/tea'], 'the address of another version'],
  [['@compare'], 'the page where readers compare versions'],
  [['tea', 'tea/index.html/green'], 'a folder where a page has its file'],
])('of %j the last one has no page, for it is %s', (paths) => {
  const { value, diagnostics } = check(paths, 'cl sv-2.0');
  const [last] = paths.toReversed();
  expect(new Set(diagnostics.map(({ code }) => code))).toEqual(new Set(['check/duplicate-permalink']));
  expect(
    value.pages.filter(({ article, version }) => article.path === last && version.name === 'cl'),
  ).toEqual([]);
  expect(value.pages.filter(({ article }) => article.path !== last)).toHaveLength(paths.length === 1 ? 0 : 2);
});

test('a page whose Markdown is that of an index page is left out', () => {
  const { value, diagnostics } = check(['tea', 'tea/index', 'tea/index/green'], 'cl');
  expect(diagnostics.map(({ message }) => message)).toEqual([
    "The address '/tea/index' already belongs to content/tea/index.md.",
  ]);
  expect(value.pages.map(({ article }) => article.path)).toEqual(['tea', 'tea/index/green']);
});

test('pages that differ only in case are all published', () => {
  expect(check(['tea', 'Tea'], 'cl').value.pages).toHaveLength(2);
});

test('no stub takes the file of a page, or the folder where one stands', () => {
  const redirects = ['en/@compare', 'en/tea/index.html/x', 'en/old'].map((folder) => {
    return { from: `/${folder}/`, output: `${folder}/index.html`, to: '/en/tea/', language: 'en' };
  });
  const { pages } = check(['tea'], 'cl').value;
  expect(checkSite({ pages, redirects }).value.redirects).toEqual([redirects[2]]);
});
