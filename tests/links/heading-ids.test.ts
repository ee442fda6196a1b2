import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { linkPages, type RenderedArticle } from '../../src/links/index.ts';
import type { Heading, Rendering } from '../../src/markdown/index.ts';
import { joinPieces } from '../../src/markdown/index.ts';
import {
  config,
  link,
  makeCorpus,
  makeHeading,
  makeHeadings,
  makeRendered,
  makeRendering,
  noRedirects,
  pick,
  versions,
} from './make-site.ts';

const corpus = makeCorpus([{ path: 'tea' }, { path: 'coffee' }]);
const [tea, coffee] = [corpus.articles.get('tea'), corpus.articles.get('coffee')];

function run(rendered: readonly RenderedArticle[], built = 'cl', languages = ['en', 'ja']) {
  const scope = { config, corpus, versions, built: pick(built), languages };
  return linkPages({ ...scope, rendered, redirects: noRedirects, brokenLinks: 'warning' });
}

function bodies(source: Rendering, translation: Rendering) {
  return [
    makeRendered({ article: tea, body: source }),
    makeRendered({ article: tea, language: 'ja', body: translation }),
  ];
}

/** Ids of the headings of the Japanese page, as `depth id` pairs go in. */
function translate(source: readonly Heading[], translation: readonly Heading[]) {
  const { value } = run(bodies(makeHeadings(source), makeHeadings(translation)));
  const page = value.find(({ language }) => language === 'ja');
  expect(page?.headings.map(({ id }) => id)).toEqual(page?.body.fills);
  return page?.body.fills;
}

const english = [makeHeading(2, 'water'), makeHeading(3, 'heat'), makeHeading(2, 'leaves')];

test('headings of a translation take the ids of the source by position', () => {
  const japanese = [makeHeading(2, '水'), makeHeading(3, '熱'), makeHeading(2, '葉')];
  expect(translate(english, japanese)).toEqual(['water', 'heat', 'leaves']);
});

test('where the depths differ, headings are paired as far as their depths go, and the others keep their ids', () => {
  expect(translate(english, [makeHeading(2, '水'), makeHeading(2, '葉')])).toEqual(['water', 'leaves']);
  const more = [makeHeading(2, '水'), makeHeading(4, '注意'), makeHeading(3, '熱'), makeHeading(2, '葉')];
  expect(translate(english, more)).toEqual(['water', '注意', 'heat', 'leaves']);
  expect(translate([], [makeHeading(2, '水')])).toEqual(['水']);
});

test.each([
  ['levels as a whole lower', [2, 3, 2], [3, 4, 3]],
  ['levels that are left out', [2, 3, 3], [2, 4, 4]],
])('headings that nest alike are paired: %s', (_, source, translation) => {
  const own = translation.map((depth, at) => makeHeading(depth, `訳${at}`));
  const ids = source.map((depth, at) => makeHeading(depth, `id${at}`));
  expect(translate(ids, own)).toEqual(['id0', 'id1', 'id2']);
});

test('where a heading is missing among its like, none of them takes the id of another', () => {
  const source = ['alpha', 'beta', 'gamma'].map((id) => makeHeading(2, id));
  const { value, diagnostics } = run(
    bodies(makeHeadings(source), makeHeadings([makeHeading(2, 'あ'), makeHeading(2, 'が')])),
    'cl sv-2.0',
    ['ja'],
  );
  expect(value.map(({ body }) => body.fills)).toEqual([
    ['あ', 'が'],
    ['あ', 'が'],
  ]);
  expect(diagnostics).toEqual([
    {
      code: 'links/unpaired-headings',
      severity: 'warning',
      message:
        "The headings of the translation are not those of the source language: it is not certain what 'あ', 'が' correspond to, and nothing corresponds to '#alpha', '#beta', '#gamma'.",
      hint: 'Give the translation the same headings as the source language, in the same order, at the same levels.',
      place: { file: 'content/tea.md', line: 10, column: 1 },
      via: [],
      versions: ['cl', 'sv-2.0'],
      languages: ['ja'],
    },
  ]);
});

test('a link to a heading that only the translation lacks is told with its headings alone', () => {
  const address = link('/tea#beta', 0);
  const to = (language: string) =>
    makeRendered({ article: coffee, language, body: makeRendering(['<a href="', address, '">']) });
  const source = ['alpha', 'beta'].map((id) => makeHeading(2, id));
  const rendered = bodies(makeHeadings(source), makeHeadings([makeHeading(2, 'あ')]));
  const codes = (list: readonly RenderedArticle[]) =>
    run(list, 'cl', ['en', 'ja']).diagnostics.map(({ code }) => code);
  expect(codes([...rendered, to('en'), to('ja')])).toEqual(['links/unpaired-headings']);
  const none = bodies(makeHeadings([makeHeading(2, 'alpha')]), makeHeadings([makeHeading(2, 'あ')]));
  expect(codes([...none, to('en'), to('ja')])).toContain('links/broken-fragment');
});

test('headings that both languages share divide what is sure from what is not', () => {
  const source = ['alpha', 'api', 'beta', 'gamma', 'cli', 'delta'].map((id) => makeHeading(2, id));
  const japanese = ['あ', 'api', 'べ', 'cli', 'で'].map((id) => makeHeading(2, id));
  expect(translate(source, japanese)).toEqual(['alpha', 'api', 'べ', 'cli', 'delta']);
});

test('headings are paired version by version', () => {
  const { value, diagnostics } = run(
    [
      makeRendered({ article: tea, versions: 'cl', body: makeHeadings([makeHeading(2, 'a')]) }),
      makeRendered({
        article: tea,
        versions: 'sv',
        body: makeHeadings([makeHeading(2, 'b'), makeHeading(2, 'c')]),
      }),
      makeRendered({
        article: tea,
        versions: 'cl sv',
        language: 'ja',
        body: makeHeadings([makeHeading(2, 'あ')]),
      }),
    ],
    'cl sv-2.0',
    ['ja'],
  );
  expect(value.map(({ body }) => body.fills)).toEqual([['a'], ['あ']]);
  expect(diagnostics.map(({ versions: named }) => named)).toEqual([['sv-2.0']]);
});

test('no heading gets an id that another heading of the page has', () => {
  const depth = fc.integer({ min: 2, max: 4 });
  const text = fc.array(fc.record({ depth, id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f') }), {
    maxLength: 9,
  });
  const unique = (headings: readonly { readonly depth: number; readonly id: string }[]) =>
    headings.map(({ depth, id }, at) =>
      makeHeading(depth, headings.slice(0, at).some((other) => other.id === id) ? `${id}-${at}` : id),
    );
  fc.assert(
    fc.property(text, text, (one, other) => {
      const ids = translate(unique(one), unique(other)) ?? [];
      expect(new Set(ids).size).toBe(ids.length);
    }),
    { numRuns: 100 },
  );
});

test('ids stay unique where an unpaired heading of the translation has an id of the source', () => {
  expect(translate([makeHeading(2, 'water')], [makeHeading(4, 'water'), makeHeading(2, '水')])).toEqual([
    'water-1',
    'water',
  ]);
});

test('the source for the same version is taken', () => {
  const { value } = run(
    [
      makeRendered({ article: tea, versions: 'cl', body: makeHeadings([makeHeading(2, 'cloud')]) }),
      makeRendered({ article: tea, versions: 'sv', body: makeHeadings([makeHeading(2, 'server')]) }),
      makeRendered({
        article: tea,
        versions: 'cl sv',
        language: 'ja',
        body: makeHeadings([makeHeading(2, '水')]),
      }),
    ],
    'cl sv-2.0',
    ['ja'],
  );
  expect(value.map(({ body }) => body.fills)).toEqual([['cloud'], ['server']]);
});

test('pages of the source language keep the headings of their rendering, shared', () => {
  const body = makeHeadings(english);
  const { value } = run([makeRendered({ article: tea, body })], 'cl sv', ['en']);
  for (const page of value) expect(page.headings).toBe(body.headings);
});

test('of two fields with the same heading the body keeps the id', () => {
  const fields = { intro: makeHeadings([makeHeading(2, 'water')]) };
  const [page] = run([makeRendered({ article: tea, fields, body: makeHeadings(english) })]).value;
  expect(page?.body.fills).toEqual(['water', 'heat', 'leaves']);
  expect(page?.intro?.fills).toEqual(['water-1']);
});

/** A heading `before [AUTOTITLE](url) after`. */
function makeTitled(depth: number, url: string, [before, after]: readonly [string, string]): Heading {
  const pieces = [before, after];
  const titled = { urls: [url], words: pieces, html: pieces, hasOwnId: false };
  return { depth, id: '', text: pieces.join('AUTOTITLE'), html: pieces.join('AUTOTITLE'), offset: 0, titled };
}

test('a heading that shows the title of an article has words and id of it, in each version', () => {
  const body = makeHeadings([
    makeHeading(2, 'coffee-1'),
    makeTitled(2, '/coffee', ['', '']),
    makeTitled(3, '/coffee', ['More ', ' & cups']),
    makeTitled(3, '/coffee', ['More ', ' & cups']),
  ]);
  const rendered = [
    makeRendered({ article: tea, body }),
    makeRendered({ article: coffee, versions: 'cl', title: 'Coffee' }),
    makeRendered({ article: coffee, versions: 'sv ma', title: 'Coffee <at home>' }),
  ];
  const pages = run(rendered, 'cl sv-2.0', ['en']).value.filter(({ article }) => article === tea);
  expect(pages.map(({ headings }) => headings.map(({ id, text, html }) => [id, text, html]))).toEqual([
    [
      ['coffee-1', 'coffee-1', 'coffee-1'],
      ['coffee', 'Coffee', 'Coffee'],
      ['more-coffee--cups', 'More Coffee & cups', 'More Coffee & cups'],
      ['more-coffee--cups-1', 'More Coffee & cups', 'More Coffee & cups'],
    ],
    [
      ['coffee-1', 'coffee-1', 'coffee-1'],
      ['coffee-at-home', 'Coffee <at home>', 'Coffee &lt;at home&gt;'],
      ['more-coffee-at-home--cups', 'More Coffee <at home> & cups', 'More Coffee &lt;at home&gt; & cups'],
      ['more-coffee-at-home--cups-1', 'More Coffee <at home> & cups', 'More Coffee &lt;at home&gt; & cups'],
    ],
  ]);
  for (const page of pages) expect(page.body.fills).toEqual(page.headings.map(({ id }) => id));
});

test('a title in a heading of a translation is in its language, its id of the source', () => {
  const rendered = [
    ...bodies(
      makeHeadings([makeTitled(2, '/coffee', ['', ''])]),
      withLinks(['#珈琲'], [makeTitled(2, '/coffee', ['', ''])]),
    ),
    makeRendered({ article: coffee, title: 'Coffee' }),
    makeRendered({ article: coffee, language: 'ja', title: '珈琲' }),
  ];
  const { value, diagnostics } = run(rendered, 'cl', ['ja']);
  expect(value[0]?.headings).toEqual([expect.objectContaining({ id: 'coffee', text: '珈琲' })]);
  expect(value[0]?.body.fills).toEqual(['coffee', '#coffee']);
  expect(diagnostics).toEqual([]);
});

test('a link to a heading that shows a title is judged by what the title says', () => {
  const body = withLinks(['/coffee#tea', '/coffee#autotitle'], []);
  const rendered = [
    makeRendered({ article: tea, body, title: 'Tea' }),
    makeRendered({ article: coffee, body: makeHeadings([makeTitled(2, '/tea', ['', ''])]) }),
  ];
  const { diagnostics } = run(rendered, 'cl', ['en']);
  expect(diagnostics.map(({ message }) => message)).toEqual([
    "Nothing has the id 'autotitle' that the link '/coffee#autotitle' leads to.",
  ]);
});

function withLinks(urls: readonly string[], headings: readonly Heading[], raw = ''): Rendering {
  const { pieces, slots } = makeHeadings(headings);
  const parts = pieces.flatMap((piece, at) => [piece, ...slots.slice(at, at + 1)]);
  return makeRendering(
    [...parts, raw, ...urls.flatMap((url, at) => ['<a href="', link(url, at), '">'])],
    headings,
  );
}

test('a fragment that nothing has is reported, on the page itself and on others', () => {
  const body = withLinks(['#water', '#watr', '/coffee#beans', '/coffee#bean', '#'], english);
  const other = makeRendered({ article: coffee, body: makeHeadings([makeHeading(2, 'beans')]) });
  const { diagnostics } = run([makeRendered({ article: tea, body }), other], 'cl sv-2.0', ['en']);
  expect(diagnostics.map(({ message, hint, versions: found }) => [message, hint, found])).toEqual([
    ["Nothing has the id 'watr' that the link '#watr' leads to.", "Did you mean '#water'?", ['cl', 'sv-2.0']],
    [
      "Nothing has the id 'bean' that the link '/coffee#bean' leads to.",
      "Did you mean '#beans'?",
      ['cl', 'sv-2.0'],
    ],
  ]);
  expect(diagnostics[0]).toEqual({
    code: 'links/broken-fragment',
    severity: 'warning',
    message: "Nothing has the id 'watr' that the link '#watr' leads to.",
    hint: "Did you mean '#water'?",
    place: { file: 'content/tea.md', line: 10, column: 2 },
    via: [],
    versions: ['cl', 'sv-2.0'],
    languages: ['en'],
  });
});

test('ids and names in raw HTML are known, but not those in text', () => {
  const raw = '<a name="pot" class="x"></a><i title="a > b" id="a&#x26;b"></i><p>&#x3C;b id="cup"></p>';
  const { diagnostics } = run([
    makeRendered({ article: tea, body: withLinks(['#pot', '#a%26b', '#cup'], [], raw) }),
  ]);
  expect(diagnostics.map(({ message }) => message)).toEqual([
    "Nothing has the id 'cup' that the link '#cup' leads to.",
  ]);
});

test('fragments of a page that is not rendered in this build are not judged', () => {
  const body = withLinks(['/coffee#anything', '/server@2.1/tea#anything'], []);
  expect(run([makeRendered({ article: tea, versions: 'cl', body })]).diagnostics).toEqual([]);
});

test('a link to the own id of a translated heading leads to the id it has on the page', () => {
  const body = withLinks(['#%E6%B0%B4', '#water', '/coffee#豆'], [makeHeading(2, '水')]);
  const rendered = [
    ...bodies(makeHeadings([makeHeading(2, 'water')]), body),
    makeRendered({ article: coffee, body: makeHeadings([makeHeading(2, 'beans')]) }),
    makeRendered({ article: coffee, language: 'ja', body: makeHeadings([makeHeading(2, '豆')]) }),
  ];
  const { value, diagnostics } = run(rendered, 'cl', ['ja']);
  expect(value[0]?.body.fills).toEqual(['water', '#water', '#water', '/k/ja/coffee/#beans']);
  expect(diagnostics).toEqual([]);
});

test('filled slots stand where the rendering left them', () => {
  const [page] = run([
    makeRendered({ article: tea, body: withLinks(['#water'], [makeHeading(2, 'water')]) }),
  ]).value;
  expect(page && joinPieces(page.body.rendering, page.body.fills)).toBe('<h2 id="water"><a href="#water">');
});

test('a hundred anchors of authors are read in a moment, whether a heading follows them or other words', () => {
  const anchors = Array.from({ length: 100 }, (_, at) => `<a id="old-${at}"></a>`).join('');
  const body = makeRendering(
    [
      `<p>${anchors}</p><h2 id="`,
      { kind: 'id', heading: 0 },
      `">Tea</h2><p>${anchors} and more</p><h2 id="`,
      { kind: 'id', heading: 1 },
      '">Pots</h2>',
    ],
    [makeHeading(2, 'tea'), makeHeading(2, 'pots')],
  );
  const { value } = run(bodies(body, body));
  expect(value.map(({ body: { fills } }) => fills)).toEqual(value.map(() => ['tea', 'pots']));
});
