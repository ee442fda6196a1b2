import { expect, test } from 'vitest';
import { mergeDiagnostics } from '../../src/diagnostics/index.ts';
import { listRedirectFiles, openAddressBook, produceRedirects } from '../../src/redirects/index.ts';
import { listMembers } from '../../src/versions/index.ts';
import { type ArticleSketch, config, makeCorpus, pick, versions } from '../links/make-site.ts';
import { fc } from '../property.ts';
import { scopeOf } from './scope-of.ts';

interface Options {
  readonly built?: string;
  readonly languages?: readonly string[];
}

function run(sketches: readonly ArticleSketch[], options: Options = {}) {
  const { built = 'cl sv ma', languages = ['en'] } = options;
  const corpus = makeCorpus(sketches);
  const { value, diagnostics } = produceRedirects({
    config,
    corpus,
    versions,
    built: pick(built),
    languages,
  });
  return { ...value, diagnostics: mergeDiagnostics(diagnostics) };
}

/** Old addresses and where they lead, without the parts that all of them have. */
function list(sketches: readonly ArticleSketch[], options: Options = {}) {
  return run(sketches, options).redirects.map(({ from, to }) =>
    [from, to].map((href) => href.replace(/^\/k\//, '')),
  );
}

test('an old address leads to the page in each of its versions', () => {
  expect(list([{ path: 'new', versions: 'cl sv-2.0', redirectFrom: ['/old/'] }])).toEqual([
    ['en/old/', 'en/new/'],
    ['en/server@2.0/old/', 'en/server@2.0/new/'],
  ]);
});

test('a redirect says where its stub stands and in which language', () => {
  expect(
    run([{ path: 'new', versions: 'cl', redirectFrom: ['/old'] }], { languages: ['ja', 'en'] }).redirects,
  ).toEqual([
    { from: '/k/en/old/', output: 'en/old/index.html', to: '/k/en/new/', language: 'en' },
    { from: '/k/ja/old/', output: 'ja/old/index.html', to: '/k/ja/new/', language: 'ja' },
  ]);
});

test('an address without a version leads to the first version of a page that the default plan lacks', () => {
  expect(list([{ path: 'new', versions: 'sv ma', redirectFrom: ['/old'] }])).toEqual([
    ['en/managed@latest/old/', 'en/managed@latest/new/'],
    ['en/new/', 'en/server@2.1/new/'],
    ['en/old/', 'en/server@2.1/new/'],
    ['en/server@2.0/old/', 'en/server@2.0/new/'],
    ['en/server@2.1/old/', 'en/server@2.1/new/'],
  ]);
});

test('nobody is led to the preview of a coming release, except from within it', () => {
  expect(list([{ path: 'new', versions: 'ma-next', redirectFrom: ['/old'] }], { built: 'ma-next' })).toEqual([
    ['en/managed@next/old/', 'en/managed@next/new/'],
  ]);
});

test('an old address with a version is one of that version only', () => {
  const redirectFrom = ['/server@2.0/old', '/en/server@2.1/older/', '/server/oldest'];
  expect(list([{ path: 'new', redirectFrom }])).toEqual([
    ['en/server/oldest/', 'en/server@2.1/new/'],
    ['en/server@2.0/old/', 'en/server@2.0/new/'],
    ['en/server@2.1/older/', 'en/server@2.1/new/'],
    ['en/server@2.1/oldest/', 'en/server@2.1/new/'],
  ]);
});

test('an old address of a version that the page has left leads to the first version it has', () => {
  const redirectFrom = ['/server@2.0/old', '/server@1.9/older', '/enterprise/1.8/oldest'];
  expect(list([{ path: 'new', versions: 'cl', redirectFrom }])).toEqual([
    ['en/enterprise/1.8/oldest/', 'en/new/'],
    ['en/server@1.9/older/', 'en/new/'],
    ['en/server@2.0/old/', 'en/new/'],
  ]);
});

test('the oldest form of versioned addresses counts as it is written and as it is read', () => {
  expect(list([{ path: 'new', redirectFrom: ['/enterprise/2.0/user/old'] }])).toEqual([
    ['en/enterprise/2.0/user/old/', 'en/server@2.0/new/'],
    ['en/server@2.0/old/', 'en/server@2.0/new/'],
  ]);
});

test('an address from before there were plans, or below guides, is also the one that came after it', () => {
  const redirectFrom = ['/enterprise/admin/guides/old/', '/tools/guides/older', '/guides/oldest'];
  expect(list([{ path: 'new', versions: 'sv-2.0', redirectFrom }])).toEqual(
    [
      'admin/guides/old',
      'admin/old',
      'enterprise/admin/guides/old',
      'guides/oldest',
      'new',
      'server@2.0/admin/guides/old',
      'server@2.0/admin/old',
      'server@2.0/enterprise/admin/guides/old',
      'server@2.0/guides/oldest',
      'server@2.0/tools/guides/older',
      'server@2.0/tools/older',
      'tools/guides/older',
      'tools/older',
    ].map((address) => [`en/${address}/`, 'en/server@2.0/new/']),
  );
});

test('such an address gives way to pages, to what is written, and to the version that comes first', () => {
  const { redirects, diagnostics } = run([
    { path: 'a', versions: 'ma', redirectFrom: ['/enterprise/one', '/enterprise/two', '/enterprise/three'] },
    { path: 'b', versions: 'sv-2.0', redirectFrom: ['/two', '/enterprise/three'] },
    { path: 'one', versions: 'sv-2.1' },
  ]);
  const found = redirects.filter(({ from }) => /^.k.en.(?:one|two|three).$/.test(from));
  expect(found.map(({ from, to }) => [from, to])).toEqual([
    ['/k/en/one/', '/k/en/server@2.1/one/'],
    ['/k/en/three/', '/k/en/server@2.0/b/'],
    ['/k/en/two/', '/k/en/server@2.0/b/'],
  ]);
  expect(diagnostics).toEqual([]);
});

test('addresses in other scripts are files by their name and links in percent-encoding', () => {
  const { redirects } = run([{ path: 'new', versions: 'cl', redirectFrom: ['/郵便/送 る', '/%E8%8C%B6/'] }]);
  expect(redirects).toMatchObject([
    { from: '/k/en/%E8%8C%B6/', output: 'en/茶/index.html' },
    { from: '/k/en/%E9%83%B5%E4%BE%BF/%E9%80%81%20%E3%82%8B/', output: 'en/郵便/送 る/index.html' },
  ]);
});

test('an address that ends in index.html is that of its folder', () => {
  expect(list([{ path: 'new', versions: 'cl', redirectFrom: ['/old/index.html', '/page.html'] }])).toEqual([
    ['en/old/', 'en/new/'],
    ['en/page.html/', 'en/new/'],
  ]);
});

test('only redirects to versions and languages of the build are made, but all are known', () => {
  const { redirects, find } = run([{ path: 'new', versions: 'sv', redirectFrom: ['/old'] }], {
    built: 'sv-2.0',
  });
  expect(redirects.map(({ from }) => from)).toEqual(['/k/en/server@2.0/old/']);
  const [cloud, newest] = versions;
  expect(find(newest, 'old')).toMatchObject({ article: { path: 'new' }, version: { name: 'sv-2.1' } });
  expect(find(undefined, 'old')).toMatchObject({ article: { path: 'new' }, version: { name: 'sv-2.1' } });
  expect(find(cloud, 'new')).toMatchObject({ article: { path: 'new' }, version: { name: 'sv-2.1' } });
  expect(find(undefined, 'none')).toBeUndefined();
});

test('a page wins over a redirect in the versions that have it, and the author learns so', () => {
  const sketches = [
    { path: 'tea', versions: 'sv' },
    { path: 'coffee', redirectFrom: ['/tea'] },
  ];
  expect(list(sketches)).toEqual([
    ['en/managed@latest/tea/', 'en/managed@latest/coffee/'],
    ['en/tea/', 'en/coffee/'],
  ]);
  expect(run(sketches).diagnostics).toEqual([
    {
      code: 'redirects/shadowed',
      severity: 'warning',
      message: "The old address '/tea' is the address of a page, which is shown instead.",
      hint: 'Remove the old address, or move the page.',
      place: { file: 'content/coffee.md', line: 4, column: 5 },
      via: [],
      versions: ['sv-2.1', 'sv-2.0'],
      languages: [],
    },
  ]);
});

test('an address that differs from that of a page only in case is left to the page', () => {
  const sketches = [{ path: 'tea' }, { path: 'coffee', versions: 'cl', redirectFrom: ['/Tea'] }];
  expect(run(sketches)).toMatchObject({ redirects: [], diagnostics: [{ code: 'redirects/shadowed' }] });
});

test('a page that claims its own address is only told so', () => {
  const { redirects, diagnostics } = run([{ path: 'tea', versions: 'cl', redirectFrom: ['/tea/'] }]);
  expect(redirects).toEqual([]);
  expect(diagnostics.map(({ code }) => code)).toEqual(['redirects/shadowed']);
});

test('pages that claim the addresses of each other lead in a circle', () => {
  const { diagnostics, redirects } = run([
    { path: 'a', versions: 'cl sv', redirectFrom: ['/b'] },
    { path: 'b', versions: 'cl sv', redirectFrom: ['/c'] },
    { path: 'c', versions: 'cl', redirectFrom: ['/a'] },
  ]);
  expect(redirects.map(({ from }) => from)).toEqual(['/k/en/server@2.0/c/', '/k/en/server@2.1/c/']);
  expect(diagnostics.map(({ code, place, versions: names }) => [code, place.file, names])).toEqual([
    ['redirects/circle', 'content/a.md', ['cl']],
    ['redirects/shadowed', 'content/a.md', ['sv-2.1', 'sv-2.0']],
    ['redirects/circle', 'content/b.md', ['cl']],
    ['redirects/circle', 'content/c.md', ['cl']],
  ]);
  expect(diagnostics[0]).toEqual({
    code: 'redirects/circle',
    severity: 'error',
    message: "The old address '/b' leads in a circle, because the page there claims the address of this one.",
    hint: 'Remove one of the old addresses.',
    place: { file: 'content/a.md', line: 4, column: 5 },
    via: [],
    versions: ['cl'],
    languages: [],
  });
});

test('an address that two pages claim in one version is an error, and the first page of the tree has it', () => {
  const sketches = [
    { path: 'a', versions: 'cl sv-2.0', redirectFrom: ['/old'] },
    { path: 'b', versions: 'sv', redirectFrom: ['/x', '/Old/'] },
  ];
  expect(run(sketches).diagnostics).toEqual([
    {
      code: 'redirects/conflict',
      severity: 'error',
      message: "The old address '/Old/' already leads to '/a', by content/a.md:4:5.",
      hint: 'Keep it in one of the two.',
      place: { file: 'content/b.md', line: 5, column: 5 },
      via: [],
      versions: ['sv-2.0'],
      languages: [],
    },
  ]);
  expect(list(sketches).filter(([from]) => /old/i.test(from ?? ''))).toEqual([
    ['en/old/', 'en/a/'],
    ['en/server@2.0/old/', 'en/server@2.0/a/'],
    ['en/server@2.1/Old/', 'en/server@2.1/b/'],
  ]);
});

test('pages without a common version may have the same old address; the version that comes first has it without one', () => {
  const sketches = [
    { path: 'a', versions: 'ma', redirectFrom: ['/old'] },
    { path: 'b', versions: 'sv-2.0', redirectFrom: ['/old', '/a'] },
  ];
  expect(run(sketches).diagnostics).toEqual([]);
  expect(list(sketches)).toEqual([
    // The article itself comes before one that was here once.
    ['en/a/', 'en/managed@latest/a/'],
    ['en/b/', 'en/server@2.0/b/'],
    ['en/managed@latest/old/', 'en/managed@latest/a/'],
    ['en/old/', 'en/server@2.0/b/'],
    ['en/server@2.0/a/', 'en/server@2.0/b/'],
    ['en/server@2.0/old/', 'en/server@2.0/b/'],
  ]);
});

test.each([
  ['', 'is empty'],
  ['https://example.com/', 'names a scheme'],
  ['javascript:alert(1)', 'names a scheme'],
  ['//example.com/x', "contains '//'"],
  ['/a//b', "contains '//'"],
  ['/a/../../b', "contains the segment '..'"],
  ['/./a', "contains the segment '.'"],
  ['/%2e%2E/a', "contains the segment '..'"],
  ['/a\\..\\b', 'contains a backslash'],
  ['/a%2Fb', 'hides a character behind percent-encoding'],
  ['/a%5cb', 'hides a character behind percent-encoding'],
  ['/%252e%252e/a', 'hides a character behind percent-encoding'],
  ['/a%00', 'hides a character behind percent-encoding'],
  ['/100%', 'contains a percent sign that encodes nothing'],
  ['/a?b', 'contains a query or a fragment'],
  ['/a#b', 'contains a query or a fragment'],
  ['/a\nb', 'contains control characters'],
  ['/a\u202Eb', 'contains control characters'],
  ['/index.html/a', "contains 'index.html' as a folder"],
  [`/${'茶'.repeat(80)}`, 'is too long for a file system'],
  [`/a/${'b'.repeat(201)}/c`, 'is too long for a file system'],
  ['a+b.c-1:x', 'names a scheme'],
  ['Mailto:x', 'names a scheme'],
  ['/a/%2e', "contains the segment '.'"],
  ['/a%3Fb', 'hides a character behind percent-encoding'],
  ['/a%23b', 'hides a character behind percent-encoding'],
  ['/a%0Ab', 'hides a character behind percent-encoding'],
  ['/a%E2%80%A8b', 'hides a character behind percent-encoding'],
  ['/%zz/a', 'contains a percent sign that encodes nothing'],
  ['/a\u2028b', 'contains control characters'],
  ['/a\u2029b', 'contains control characters'],
  ['/a\u202Ab', 'contains control characters'],
  ['/a\u2069b', 'contains control characters'],
  ['/a\uD800b', 'contains control characters'],
  ['/a/@compare/b', "contains the segment '@compare', where readers compare versions"],
  ['/a/INDEX.html/b', "contains 'index.html' as a folder"],
])('the old address %j is refused, for it %s', (value, fault) => {
  const { redirects, diagnostics } = run([{ path: 'new', redirectFrom: [value] }]);
  expect(redirects).toEqual([]);
  expect(diagnostics).toEqual([
    {
      code: 'redirects/unsafe',
      severity: 'error',
      message: `The old address ${JSON.stringify(value)} ${fault}.`,
      hint: "Write a path of this site: '/articles/about-packages'.",
      place: { file: 'content/new.md', line: 4, column: 5 },
      via: [],
      versions: [],
      languages: [],
    },
  ]);
});

test.each([
  ['/a/index.html', '/a/'],
  ['/index.html', '/'],
  ['/a/index.htm', '/a/index.htm/'],
  ['/index.htmls/a', '/index.htmls/a/'],
  ['/a:b', '/a:b/'],
  ['/@compares', '/@compares/'],
  ['/a{b}', '/a{b}/'],
  ['/...', '/.../'],
  ['/.a', '/.a/'],
  ['/%E8%8C%B6', '/茶/'],
  [`/${'b'.repeat(200)}`, `/${'b'.repeat(200)}/`],
])('the old address %j becomes a folder', (value, from) => {
  const { redirects } = run([{ path: 'new', versions: 'cl', redirectFrom: [value] }]);
  expect(redirects.map((each) => decodeURI(each.from))).toEqual([`/k/en${from}`]);
});

test('an old address without its first slash is read as if it had one', () => {
  const { redirects, diagnostics } = run([{ path: 'new', versions: 'cl', redirectFrom: ['old/page/'] }]);
  expect(redirects.map(({ from }) => from)).toEqual(['/k/en/old/page/']);
  expect(diagnostics).toEqual([
    {
      code: 'redirects/relative',
      severity: 'warning',
      message: "The old address 'old/page/' does not begin with '/'; it is read as '/old/page/'.",
      hint: "Write a path of this site: '/articles/about-packages'.",
      place: { file: 'content/new.md', line: 4, column: 5 },
      via: [],
      versions: [],
      languages: [],
    },
  ]);
});

test.each([
  '/guides/con',
  '/NUL.html/a',
  '/com1/',
  '/lpt²',
  '/conin$',
  '/c%6Fn',
  '/a./b',
  '/a /b',
  '/tea: brew',
  '/a%3Ab',
  '/<tea>',
  '/tea>',
  '/"tea',
  '/tea|',
  '/tea*',
  '/Aux',
  '/prn.tar.gz',
  '/COM¹/a',
  '/lpt9',
  '/conout$.x',
  '/a/b.',
  '/a/ ',
])('the old address %s is published, with a word on Windows, which has no folder for it', (value) => {
  const { redirects, diagnostics } = run([{ path: 'new', versions: 'cl', redirectFrom: [value] }]);
  expect(redirects).toHaveLength(1);
  expect(diagnostics).toMatchObject([
    {
      code: 'redirects/reserved-name',
      severity: 'warning',
      message: `Windows allows no folder for the old address '${value}'.`,
    },
  ]);
});

test.each([
  ...['/cons', '/a.b', '/.con', '/com', '/com10', '/a con/b', '/icon.con'],
  ...['/lpt', '/lpta', '/con-a', '/a b', '/conin', '/conina'],
])('the old address %s has a folder on every system', (value) => {
  expect(run([{ path: 'new', versions: 'cl', redirectFrom: [value] }]).diagnostics).toEqual([]);
});

test('an old address with Liquid in it makes no redirect', () => {
  const { redirects, diagnostics } = run([{ path: 'new', redirectFrom: ['/old/{{ currentVersion }}/x'] }]);
  expect(redirects).toEqual([]);
  expect(diagnostics).toEqual([
    {
      code: 'redirects/liquid',
      severity: 'warning',
      message: 'The old address "/old/{{ currentVersion }}/x" contains Liquid, which is not rendered here.',
      hint: "Write a path of this site: '/articles/about-packages'.",
      place: { file: 'content/new.md', line: 4, column: 5 },
      via: [],
      versions: [],
      languages: [],
    },
  ]);
});

test('whatever authors write, redirects end at pages, stay in their language and stand on no page', () => {
  const segment = fc.oneof(
    fc.constantFrom('a', 'b', '..', 'A', 'server@2.0', 'enterprise', '%2e', ''),
    fc.string(),
  );
  const value = fc.array(segment, { maxLength: 4 }).map((segments) => `/${segments.join('/')}`);
  const sketch = (path: string) =>
    fc.record({
      path: fc.constant(path),
      versions: fc.constantFrom('cl', 'sv', 'ma', 'cl sv-2.0', 'ma-next'),
      redirectFrom: fc.array(value, { maxLength: 4 }),
    });
  fc.assert(
    fc.property(fc.tuple(sketch(''), sketch('a'), sketch('b'), sketch('a/b')), (sketches) => {
      const pages = sketches.flatMap(({ path, versions: names }) =>
        listMembers(pick(names), versions).map(({ segment: prefix }) =>
          ['en', prefix, path, ''].filter((part, at) => part !== '' || at === 3).join('/'),
        ),
      );
      const { redirects } = run(sketches, { built: 'cl sv ma ma-next' });
      for (const { to, output } of redirects) {
        expect(pages).toContain(to.replace('/k/', ''));
        expect(pages.map((page) => `${page}index.html`)).not.toContain(output);
        expect(output).toMatch(/^en\/(?:[^/\\]+\/)*index\.html$/);
        expect(output.split('/')).not.toContain('..');
      }
      expect(new Set(redirects.map(({ output }) => output)).size).toBe(redirects.length);
    }),
  );
});

test('redirects.json maps old addresses to new ones, sorted', () => {
  const { redirects } = run([{ path: 'new', versions: 'cl', redirectFrom: ['/z', '/a'] }], {
    languages: ['en', 'ja'],
  });
  expect(listRedirectFiles(redirects.toReversed(), scopeOf(['json']))[0]?.render()).toBe(`{
  "/k/en/a/": "/k/en/new/",
  "/k/en/z/": "/k/en/new/",
  "/k/ja/a/": "/k/ja/new/",
  "/k/ja/z/": "/k/ja/new/"
}
`);
});

test('a look-up without the table leads where the table leads', () => {
  const segment = fc.constantFrom('a', 'b', 'A', 'guides', 'admin', 'index', 'b.md', '芯', '%E8%8A%AF');
  const prefix = fc.constantFrom(
    '',
    '',
    '/enterprise',
    '/server@2.0',
    '/enterprise/2.0',
    '/en',
    '/server@0.9',
  );
  const path = fc.array(fc.constantFrom('a', 'b', 'guides', 'admin', '芯'), { minLength: 1, maxLength: 3 });
  const old = fc.tuple(prefix, fc.array(segment, { maxLength: 3 }));
  const sketch = fc.record({
    path: path.map((parts) => parts.join('/')),
    versions: fc.constantFrom('cl', 'sv', 'cl sv-2.0', 'cl sv ma', 'ma'),
    redirectFrom: fc.array(
      old.map(([start, parts]) => `${start}/${parts.join('/')}`),
      { maxLength: 4 },
    ),
  });
  const sketches = fc.uniqueArray(sketch, { maxLength: 6, selector: (each) => each.path });
  fc.assert(
    fc.property(sketches, (drawn) => {
      const corpus = makeCorpus(drawn);
      const input = { config, corpus, versions };
      const { value } = produceRedirects({ ...input, built: pick('cl sv ma'), languages: [] });
      const { find } = openAddressBook(input);
      // A path has no version.
      const paths = [...value.targets.keys()].map((each) => each.replace(/^[a-z]+@[\w.]+(?:\/|$)/, ''));
      for (const version of [undefined, ...versions])
        for (const address of [...paths, ...drawn.map((each) => each.path), 'nothing', '']) {
          const [expected, found] = [value.find(version, address), find(version, address)];
          expect([address, found?.article.path, found?.version]).toEqual([
            address,
            expected?.article.path,
            expected?.version,
          ]);
        }
    }),
    { numRuns: 60 },
  );
});
