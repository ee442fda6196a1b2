import { expect, test } from 'vitest';
import { mergeDiagnostics } from '../../src/diagnostics/index.ts';
import { linkPages, type RenderedArticle } from '../../src/links/index.ts';
import type { Corpus, Image } from '../../src/load/index.ts';
import { joinPieces } from '../../src/markdown/index.ts';
import { produceRedirects } from '../../src/redirects/index.ts';
import { fc } from '../property.ts';
import { config, link, makeCorpus, makeRendered, makeRendering, pick, title, versions } from './make-site.ts';

const corpus = makeCorpus(
  [
    { path: '', children: ['tea'] },
    { path: 'tea', children: ['tea/green', 'tea/black', 'tea/iced'], redirectFrom: ['/leaves'] },
    { path: 'tea/green', redirectFrom: ['/leaves/green', '/enterprise/admin/green'] },
    { path: 'tea/black', versions: 'sv ma', redirectFrom: ['/leaves/black'] },
    { path: 'tea/iced', versions: 'sv-2.0 ma' },
    { path: 'tea/coming', versions: 'ma-next' },
    { path: '日本 茶', versions: 'cl' },
    { path: 'coffee', versions: 'ma-next' },
    { path: 'how-to/grind-beans', versions: 'cl' },
  ],
  ['assets/images/cup.png', 'assets/お茶.png'],
);

interface Options {
  readonly built?: string;
  readonly languages?: readonly string[];
  readonly brokenLinks?: 'warning' | 'error';
}

function run(rendered: readonly RenderedArticle[], options: Options = {}, of: Corpus = corpus) {
  const { built = 'cl sv ma ma-next', languages = ['en'], brokenLinks = 'warning' } = options;
  const scope = { config, corpus: of, versions, built: pick(built), languages };
  const redirects = produceRedirects(scope).value;
  return linkPages({ ...scope, rendered, redirects, brokenLinks });
}

/** Fills of a body that holds one link to each address, on the page of `tea/green` in a version. */
function fill(urls: readonly string[], version = 'cl', language = 'en') {
  const body = makeRendering(urls.flatMap((url, at) => ['<a href="', link(url, at), '">']));
  const article = corpus.articles.get('tea/green');
  const rendered = makeRendered({ article, body, language });
  const { value, diagnostics } = run([rendered], { built: version, languages: [language] });
  return { fills: value[0]?.body.fills ?? [], diagnostics };
}

test('an internal link stays in the language and the version of its page', () => {
  expect(fill(['/tea', '/tea/black#pot', '/tea/black?x=1&y=2#pot'], 'sv-2.0').fills).toEqual([
    '/k/en/server@2.0/tea/',
    '/k/en/server@2.0/tea/black/#pot',
    '/k/en/server@2.0/tea/black/?x=1&amp;y=2#pot',
  ]);
  expect(fill(['/tea', '/'], 'cl', 'ja').fills).toEqual(['/k/ja/tea/', '/k/ja/']);
});

test('a link for the default plan leads there from every version', () => {
  const slot = { ...link('/tea/green'), isDefault: true } as const;
  const body = makeRendering(['<a href="', slot, '">']);
  const rendered = makeRendered({ article: corpus.articles.get('tea/green'), body });
  const { value } = run([rendered], { built: 'sv-2.0' });
  expect(value[0]?.body.fills).toEqual(['/k/en/tea/green/']);
});

test('slashes at the end, file names and doubled slashes are read as authors mean them', () => {
  const urls = ['/tea/', '/tea/green.md', '/tea/index.md', '/tea/index', '/tea//green', '/tea/x/../green'];
  const { fills, diagnostics } = fill(urls);
  expect(fills).toEqual(
    ['tea', 'tea/green', 'tea', 'tea', 'tea/green', 'tea/green'].map((path) => `/k/en/${path}/`),
  );
  expect(diagnostics).toEqual([]);
});

test('the address of the file of a page is that of the page, which is written', () => {
  const urls = [
    '/tea/index.html',
    '/tea/green/index.html#top',
    '/ja/server@2.0/tea/index.html?x=1',
    '/index.html',
    'green/index.html',
  ];
  const { fills, diagnostics } = fill(urls);
  expect(fills).toEqual([
    '/k/en/tea/',
    '/k/en/tea/green/#top',
    '/k/ja/server@2.0/tea/?x=1',
    '/k/en/',
    '/k/en/tea/green/',
  ]);
  expect(diagnostics).toEqual([]);
});

test('no host answers a page under a file name of its own', () => {
  const { diagnostics } = fill(['/tea/green.html', '/tea/index.htm', '/tea/index.html/green']);
  expect(diagnostics.map(({ code }) => code)).toEqual(['links/broken', 'links/broken', 'links/broken']);
});

test('a link that names a version keeps it', () => {
  const urls = [
    '/server@2.0/tea',
    '/server@latest/tea',
    '/server/tea',
    '/cloud@latest/tea',
    '/managed/tea#a',
  ];
  const { fills, diagnostics } = fill(urls, 'ma');
  expect(fills).toEqual([
    '/k/en/server@2.0/tea/',
    '/k/en/server@2.1/tea/',
    '/k/en/server@2.1/tea/',
    '/k/en/tea/',
    '/k/en/managed@latest/tea/#a',
  ]);
  expect(diagnostics).toEqual([]);
});

test('a link that names a language, or an alias of one, leads there', () => {
  expect(fill(['/ja/tea', '/ja/server@2.0/tea', '/jp/tea'], 'sv-2.1').fills).toEqual([
    '/k/ja/server@2.1/tea/',
    '/k/ja/server@2.0/tea/',
    '/k/ja/server@2.1/tea/',
  ]);
});

test('old forms of addresses of the numbered plan are understood', () => {
  const urls = [
    '/enterprise/2.0/tea',
    '/enterprise/2.0/user/tea',
    '/enterprise/user/tea',
    '/enterprise/admin/guides/green',
    '/enterprise/managed@latest/tea',
  ];
  expect(fill(urls, 'cl').fills).toEqual([
    '/k/en/server@2.0/tea/',
    '/k/en/server@2.0/tea/',
    '/k/en/server@2.1/tea/',
    '/k/en/server@2.1/tea/green/',
    '/k/en/managed@latest/tea/',
  ]);
  expect(fill(['/enterprise/user/tea', '/enterprise'], 'sv-2.0').fills).toEqual([
    '/k/en/server@2.0/tea/',
    '/k/en/server@2.0/',
  ]);
  expect(fill(['/enterprise/user/tea'], 'ma').fills).toEqual(['/k/en/managed@latest/tea/']);
});

test('a link to an old address leads straight to the article, in the version of the page', () => {
  const { fills, diagnostics } = fill(['/leaves/', '/leaves/green#x', '/leaves/black'], 'sv-2.0');
  expect(fills).toEqual([
    '/k/en/server@2.0/tea/',
    '/k/en/server@2.0/tea/green/#x',
    '/k/en/server@2.0/tea/black/',
  ]);
  expect(diagnostics.map(({ code }) => code)).toEqual(['links/broken-fragment']);
});

test('a relative link counts from the folder of the article', () => {
  const { fills, diagnostics } = fill(['black', './black.md#a', '../tea', '?tool=cli'], 'sv-2.0');
  expect(fills).toEqual([
    '/k/en/server@2.0/tea/black/',
    '/k/en/server@2.0/tea/black/#a',
    '/k/en/server@2.0/tea/',
    '?tool=cli',
  ]);
  expect(diagnostics).toEqual([]);
});

test('a relative link may lead out of the folder of articles to a file of the site', () => {
  const urls = ['../../assets/images/cup.png?x#y', '../../assets/%E3%81%8A%E8%8C%B6.png'];
  const { fills, diagnostics } = fill(
    [...urls, '../../assets/none.png', '../assets/images/cup.png'],
    'sv-2.0',
  );
  expect(fills).toEqual([
    '/k/assets/images/cup.png?x#y',
    '/k/assets/%E3%81%8A%E8%8C%B6.png',
    '../../assets/none.png',
    '../assets/images/cup.png',
  ]);
  expect(diagnostics.map(({ code }) => code)).toEqual(['links/broken', 'links/broken']);
});

test('paths in other scripts are found encoded or not, and written encoded', () => {
  const { fills, diagnostics } = fill(['/日本%20茶', '/%E6%97%A5%E6%9C%AC%20%E8%8C%B6/']);
  expect(fills).toEqual(Array(2).fill('/k/en/%E6%97%A5%E6%9C%AC%20%E8%8C%B6/'));
  expect(diagnostics).toEqual([]);
});

test('addresses of other hosts and text fragments are left alone', () => {
  const { fills, diagnostics } = fill(['//example.com/a', '#', '#top', '#:~:text=a']);
  expect(fills).toEqual(['//example.com/a', '#', '#top', '#:~:text=a']);
  expect(diagnostics).toEqual([]);
});

test('a link to a version that is not built keeps its address', () => {
  const { fills, diagnostics } = fill(['/managed/tea/iced', '/server@2.0/tea'], 'cl');
  expect(fills).toEqual(['/k/en/managed@latest/tea/iced/', '/k/en/server@2.0/tea/']);
  expect(diagnostics).toEqual([]);
});

test('a broken link is reported once, with all its versions and the nearest path', () => {
  const article = corpus.articles.get('tea/green');
  const body = makeRendering(['<a href="', link('/tea/gren?a#b', 30), '">']);
  const { value, diagnostics } = run([makeRendered({ article, body })], { built: 'cl sv' });
  expect(value.map((page) => page.body.fills)).toEqual([
    ['/k/en/tea/gren/?a#b'],
    ['/k/en/server@2.1/tea/gren/?a#b'],
    ['/k/en/server@2.0/tea/gren/?a#b'],
  ]);
  expect(diagnostics).toEqual([
    {
      code: 'links/broken',
      severity: 'warning',
      message: "The link '/tea/gren?a#b' is broken.",
      hint: "Did you mean '/tea/green'?",
      place: { file: 'content/tea/green.md', line: 10, column: 31 },
      via: [],
      versions: ['cl', 'sv-2.1', 'sv-2.0'],
      languages: ['en'],
    },
  ]);
});

test('of links to articles that could not be read, and to what is below such an index page, nothing is said', () => {
  const rendered = makeRendered({
    article: corpus.articles.get('tea/green'),
    body: makeRendering([title('/tea/white', 0), link('/herbs/mint#leaf', 1), link('/tea/whites', 2)]),
  });
  const { diagnostics } = run(
    [rendered],
    { built: 'cl' },
    { ...corpus, failed: new Set(['tea/white', 'herbs']) },
  );
  expect(diagnostics.map(({ message }) => message)).toEqual(["The link '/tea/whites' is broken."]);
});

test('a broken link is an error where the build says so', () => {
  const body = makeRendering(['<a href="', link('/nowhere/at/all'), '">']);
  const rendered = makeRendered({ article: corpus.articles.get('tea/green'), body });
  const { diagnostics } = run([rendered], { brokenLinks: 'error', built: 'cl' });
  expect(diagnostics).toMatchObject([{ code: 'links/broken', severity: 'error' }]);
  expect(diagnostics[0]).not.toHaveProperty('hint');
});

test('an article that shares but its folder with the address is no hint', () => {
  const { diagnostics } = fill(['/tea/brown', '/tea/greens']);
  expect(diagnostics.map(({ hint }) => hint)).toEqual([undefined, "Did you mean '/tea/green'?"]);
});

test('a moved article is found by its name, and a release that is gone is named', () => {
  const { fills, diagnostics } = fill([
    '/coffee/grind-beans',
    '/server@1.9/tea',
    '/enterprise/1.9/user/tea',
    '',
  ]);
  expect(diagnostics.map(({ hint }) => hint)).toEqual([
    "Did you mean '/how-to/grind-beans'?",
    "The site has no 'server@1.9'.",
    "The site has no 'server@1.9'.",
    'Write an address between the parentheses.',
  ]);
  expect(fills.slice(1)).toEqual(['/k/en/server@1.9/tea/', '/k/en/server@1.9/tea/', '']);
});

test('a broken link in a reusable is one diagnostic with every use and every version', () => {
  const body = makeRendering(['<a href="', link('/nothing/here', 4), '">']);
  const use = (file: string) => ({ file: 'data/reusables/a.md', usedAt: { file, line: 7, column: 3 } });
  const { diagnostics } = run(
    [
      makeRendered({ article: corpus.articles.get('tea'), body, source: use('content/tea/index.md') }),
      makeRendered({ article: corpus.articles.get('tea/green'), body, source: use('content/tea/green.md') }),
    ],
    { built: 'cl sv-2.0' },
  );
  expect(mergeDiagnostics(diagnostics)).toEqual([
    {
      code: 'links/broken',
      severity: 'warning',
      message: "The link '/nothing/here' is broken.",
      place: { file: 'data/reusables/a.md', line: 10, column: 5 },
      via: [
        { file: 'content/tea/index.md', line: 7, column: 3 },
        { file: 'content/tea/green.md', line: 7, column: 3 },
      ],
      versions: ['cl', 'sv-2.0'],
      languages: ['en'],
    },
  ]);
});

test('a link to an article of other versions leads to the first one that has it, and says so', () => {
  const article = corpus.articles.get('tea/green');
  const body = makeRendering(['<a href="', link('/tea/iced'), '">']);
  const { value, diagnostics } = run([makeRendered({ article, body })], { built: 'cl sv' });
  expect(value.map((page) => page.body.fills[0])).toEqual(Array(3).fill('/k/en/server@2.0/tea/iced/'));
  expect(diagnostics).toEqual([
    {
      code: 'links/other-version',
      severity: 'warning',
      message: "The article of the link '/tea/iced' is not in this version, so the link leads to Server 2.0.",
      hint: 'Put the link into a condition, or name the version in its address.',
      place: { file: 'content/tea/green.md', line: 10, column: 1 },
      via: [],
      versions: ['cl', 'sv-2.1'],
      languages: ['en'],
    },
  ]);
});

test('an old address leads to another version too, and an article of the coming release only is not there yet', () => {
  const { fills, diagnostics } = fill(['/leaves/black', '/tea/coming']);
  expect(fills).toEqual(['/k/en/server@2.1/tea/black/', '/k/en/tea/coming/']);
  expect(diagnostics.map(({ code }) => code)).toEqual(['links/other-version', 'links/broken']);
});

test('within the preview of a coming release its articles are there', () => {
  const body = makeRendering(['<a href="', link('/tea/coming'), '"><a href="', link('/tea/green'), '">']);
  const { value, diagnostics } = run([makeRendered({ article: corpus.articles.get('coffee'), body })]);
  expect(value.map((page) => page.body.fills)).toEqual([
    ['/k/en/managed@next/tea/coming/', '/k/en/tea/green/'],
  ]);
  expect(diagnostics.map(({ code }) => code)).toEqual(['links/other-version']);
});

test('a link that is written with the version of its page is one link in all of them', () => {
  const article = corpus.articles.get('tea/black');
  const rendered = ['sv-2.1', 'sv-2.0'].map((name) => {
    const id = name.replace('sv-', 'server@');
    const body = makeRendering(['<a href="', link(`/enterprise/${id}/guides/nothing`), '">']);
    return makeRendered({ article, versions: name, body });
  });
  const diagnostics = mergeDiagnostics(run(rendered).diagnostics);
  expect(diagnostics.map(({ message, versions: names }) => [message, names])).toEqual([
    ["The link '/enterprise/…/guides/nothing' is broken.", ['sv-2.1', 'sv-2.0']],
  ]);
});

test('guides are found where they stood once', () => {
  const { fills, diagnostics } = fill(['/tea/guides/green', '/enterprise/tea/guides/green'], 'sv-2.0');
  expect(fills).toEqual(Array(2).fill('/k/en/server@2.0/tea/green/'));
  expect(diagnostics).toEqual([]);
});

test('a picture is shown by the name that holds its hash, with its size; a link to it keeps its own name', () => {
  const image = { output: 'assets/a b.0123456789.png', size: { width: 640, height: 480 } };
  const unsized = { output: 'assets/c.0123456789.svg', size: undefined };
  const images = new Map<string, Image>([
    ['assets/a b.png', image],
    ['assets/c.svg', unsized],
  ]);
  const of = makeCorpus([{ path: '' }], [...images.keys()], images);
  const urls = ['/assets/a%20b.png?x#y', '/assets/c.svg', 'a b.png', '//assets/c.svg'];
  const body = makeRendering([
    ...urls.flatMap((url, offset): Parameters<typeof makeRendering>[0] => [
      '<img src="',
      { kind: 'image', url, offset },
      '"',
      { kind: 'size', url, offset },
      '>',
    ]),
    '<a href="',
    link('/assets/a%20b.png'),
    '">',
  ]);
  const { value } = run([makeRendered({ article: of.articles.get(''), body })], { built: 'cl' }, of);
  expect(value[0]?.body.fills).toEqual([
    '/k/assets/a%20b.0123456789.png?x#y',
    ' width="640" height="480"',
    '/k/assets/c.0123456789.svg',
    '',
    'a b.png',
    '',
    '//assets/c.svg',
    '',
    '/k/assets/a%20b.png',
  ]);
});

test('files of assets/ are linked with the base path, and missing ones reported', () => {
  const body = makeRendering([
    '<img src="',
    { kind: 'image', url: '/assets/images/cup.png', offset: 0 },
    '"><img src="',
    { kind: 'image', url: '/assets/%E3%81%8A%E8%8C%B6.png', offset: 1 },
    '"><img src="',
    { kind: 'image', url: '//example.com/a.png', offset: 2 },
    '"><a href="',
    link('/assets/images/cup.png?raw=1', 3),
    '"><img src="',
    { kind: 'image', url: '/assets/images/mug.png', offset: 4 },
    '"><img src="',
    { kind: 'image', url: 'mug.png', offset: 5 },
    '">',
  ]);
  const { value, diagnostics } = run([makeRendered({ article: corpus.articles.get('tea'), body })], {
    built: 'cl',
  });
  expect(value[0]?.body.fills).toEqual([
    '/k/assets/images/cup.png',
    '/k/assets/%E3%81%8A%E8%8C%B6.png',
    '//example.com/a.png',
    '/k/assets/images/cup.png?raw=1',
    '/k/assets/images/mug.png',
    'mug.png',
  ]);
  expect(diagnostics.map(({ message }) => message)).toEqual([
    "There is no file 'assets/images/mug.png'.",
    "There is no file 'mug.png'.",
  ]);
  expect(diagnostics[0]).toEqual({
    code: 'links/missing-asset',
    severity: 'warning',
    message: "There is no file 'assets/images/mug.png'.",
    hint: 'Put files that pages show under assets/; their addresses begin with /assets/.',
    place: { file: 'content/tea/index.md', line: 10, column: 5 },
    via: [],
    versions: ['cl'],
    languages: ['en'],
  });
});

test('an address below /public/ is that of a file, in every language and version', () => {
  const body = makeRendering(['<a href="', link('/public/logo.svg#a'), '">']);
  const { value, diagnostics } = run([makeRendered({ article: corpus.articles.get('tea'), body })], {
    built: 'cl sv-2.0',
  });
  expect(value.map((page) => page.body.fills)).toEqual([['/k/public/logo.svg#a'], ['/k/public/logo.svg#a']]);
  expect(diagnostics.map(({ code }) => code)).toEqual(['links/missing-asset']);
});

test('AUTOTITLE takes the title of its target in the language of the page and the version of the link', () => {
  const titleLink = (url: string) => [
    '<a href="',
    link(url),
    '">',
    { kind: 'title', url, offset: 0 } as const,
    '</a>',
  ];
  const body = makeRendering([
    ...titleLink('/tea/black'),
    ...titleLink('/leaves/green#x'),
    ...titleLink('/tea/iced'),
  ]);
  const black = corpus.articles.get('tea/black');
  const { value } = run(
    [
      makeRendered({ article: corpus.articles.get('tea'), language: 'ja', body, versions: 'sv' }),
      makeRendered({ article: black, language: 'ja', versions: 'sv-2.1', title: '紅茶 <新>' }),
      makeRendered({ article: black, language: 'ja', versions: 'sv-2.0 ma', title: '紅茶 & 砂糖' }),
      makeRendered({ article: corpus.articles.get('tea/green'), language: 'ja', title: '緑茶' }),
    ],
    { built: 'sv', languages: ['ja'] },
  );
  const titles = value
    .filter(({ article }) => article.path === 'tea')
    .map(({ body: { fills } }) => [fills[1], fills[3]]);
  expect(titles).toEqual([
    ['紅茶 &lt;新&gt;', '緑茶'],
    ['紅茶 &amp; 砂糖', '緑茶'],
  ]);
  // Not rendered in this build: the title of the source.
  expect(value[0]?.body.fills[5]).toBe('tea/iced');
});

test('AUTOTITLE of a version that is not built has the title of another one where the title holds Liquid', () => {
  const ofTwo = makeCorpus([{ path: 'tea' }, { path: 'pot', title: '{% if a %}x{% endif %}' }]);
  const body = makeRendering(['<a href="', link('/server@2.0/pot'), '">', title('/server@2.0/pot'), '</a>']);
  const rendered = [
    makeRendered({ article: ofTwo.articles.get('tea'), versions: 'cl', body }),
    makeRendered({ article: ofTwo.articles.get('pot'), versions: 'cl', title: 'The pot' }),
  ];
  const { value } = run(rendered, { built: 'cl' }, ofTwo);
  expect(value[0]?.body.fills).toEqual(['/k/en/server@2.0/pot/', 'The pot']);
});

test('AUTOTITLE without an article is one error, not also a broken link', () => {
  const parts = (url: string, offset: number) =>
    [
      '<a href="',
      link(url, offset),
      '">',
      { kind: 'title', url, offset: offset + 1 } as const,
      '</a>',
    ] as const;
  const body = makeRendering([
    ...parts('/tea/blck', 0),
    ...parts('#pot', 10),
    ...parts('/assets/images/cup.png', 20),
    ...parts('https://example.com/tea', 30),
  ]);
  const { diagnostics } = run([makeRendered({ article: corpus.articles.get('tea/green'), body })], {
    built: 'cl',
  });
  expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
    ['links/autotitle', "AUTOTITLE finds no title, because the link '/tea/blck' is broken."],
    ['links/autotitle', "AUTOTITLE finds no title, because the link '#pot' leads to no article."],
    [
      'links/autotitle',
      "AUTOTITLE finds no title, because the link '/assets/images/cup.png' leads to no article.",
    ],
    [
      'links/autotitle',
      "AUTOTITLE finds no title, because the link 'https://example.com/tea' leads to no article.",
    ],
  ]);
  expect(diagnostics[0]).toEqual({
    code: 'links/autotitle',
    severity: 'error',
    message: "AUTOTITLE finds no title, because the link '/tea/blck' is broken.",
    hint: "Did you mean '/tea/black'?",
    place: { file: 'content/tea/green.md', line: 10, column: 2 },
    via: [],
    versions: ['cl'],
    languages: ['en'],
  });
});

test('pages come source language first, in tree order, in the order of versions; broken ones do not come', () => {
  const make = (path: string, language: string, broken = false) =>
    makeRendered({ article: corpus.articles.get(path), language, broken });
  const { value } = run(
    [make('tea/black', 'ja'), make('tea', 'ja', true), make('tea', 'en'), make('tea/black', 'en')],
    { languages: ['ja', 'en'], built: 'ma sv-2.0' },
  );
  expect(value.map(({ href }) => href)).toEqual([
    '/k/en/server@2.0/tea/',
    '/k/en/managed@latest/tea/',
    '/k/en/server@2.0/tea/black/',
    '/k/en/managed@latest/tea/black/',
    '/k/ja/server@2.0/tea/black/',
    '/k/ja/managed@latest/tea/black/',
  ]);
  expect(value[0]?.output).toBe('en/server@2.0/tea/index.html');
});

test('a page has the plain text of its titles and intro, and no box for fields that render to nothing', () => {
  const fields = {
    title: makeRendering(['Tea &amp; more']),
    shortTitle: makeRendering(['Tea']),
    intro: makeRendering(['<p>All about tea.</p>']),
    product: makeRendering(['\n']),
  };
  const { value } = run([makeRendered({ article: corpus.articles.get('tea'), fields })], { built: 'cl' });
  expect(value[0]).toMatchObject({
    title: 'Tea &amp; more',
    shortTitle: 'Tea',
    description: 'All about tea.',
    intro: { rendering: fields.intro, fills: [] },
    product: undefined,
    permissions: undefined,
  });
  const [plain] = run([makeRendered({ article: corpus.articles.get('tea') })], { built: 'cl' }).value;
  expect(plain).toMatchObject({ title: 'tea', shortTitle: 'tea', description: '', intro: undefined });
});

test('whatever an address holds, the page gets one value for each slot, and none ends the attribute it stands in', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 30 }), (urls) => {
      const body = makeRendering(urls.flatMap((url) => ['<a href="', link(url), '">']));
      const rendered = makeRendered({ article: corpus.articles.get('tea'), body });
      const { value } = run([rendered], { built: 'cl sv-2.0' });
      for (const page of value) {
        expect(page.body.fills).toHaveLength(urls.length);
        const html = joinPieces(page.body.rendering, page.body.fills);
        expect(html.match(/<a href="[^"<>]*">/g)).toHaveLength(urls.length);
      }
    }),
    { numRuns: 20 },
  );
});

test('an address that begins with a slash never leaves the site', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      fc.pre(!text.startsWith('/'));
      const [href = ''] = fill([`/${text}`]).fills;
      expect(new URL(href.replaceAll('&amp;', '&'), 'https://docs.example.com').href).toMatch(
        /^https:\/\/docs\.example\.com\/k\//,
      );
    }),
  );
});

test('an intro with AUTOTITLE describes its page with the title', () => {
  const from = corpus.articles.get('tea/green');
  const intro = makeRendering(['<p>Q&#x26;A: see <a href="', link('/tea'), '">', title('/tea'), '</a>.</p>']);
  const page = run(
    [
      makeRendered({ article: from, fields: { intro } }),
      makeRendered({ article: corpus.articles.get('tea'), title: 'Tea & more' }),
    ],
    { built: 'cl' },
  ).value.find(({ article }) => article === from);
  expect(page?.description).toBe('Q&A: see Tea & more.');
});

test('fragments of a page that shows data from outside of the content are not judged', () => {
  const body = makeRendering([
    '<a href="',
    link('#made', 0),
    '"><a href="',
    link('/tea/black#made', 1),
    '">',
  ]);
  const rendered = (hasOutsideData: boolean) => [
    makeRendered({ article: corpus.articles.get('tea/green'), body, versions: 'sv', hasOutsideData }),
    makeRendered({ article: corpus.articles.get('tea/black'), versions: 'sv', hasOutsideData }),
  ];
  expect(run(rendered(false), { built: 'sv-2.0' }).diagnostics).toHaveLength(2);
  expect(run(rendered(true), { built: 'sv-2.0' }).diagnostics).toEqual([]);
});
