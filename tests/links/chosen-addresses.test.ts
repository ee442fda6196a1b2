import { describe, expect, test } from 'vitest';
import { judgeVersionFolders } from '../../src/check/index.ts';
import type { PlanAddresses } from '../../src/config/index.ts';
import { createAddressParser } from '../../src/links/index.ts';
import { listRedirectFiles, produceRedirects } from '../../src/redirects/index.ts';
import { createSet, listVersions } from '../../src/versions/index.ts';
import { fc } from '../property.ts';
import { type ArticleSketch, config, makeCorpus } from './make-site.ts';

/** The site of these tests with other addresses for its versions. */
function makeSite(
  addresses: PlanAddresses,
  sketches: readonly ArticleSketch[] = [
    { path: '', children: ['new'] },
    { path: 'new', redirectFrom: ['/old'] },
  ],
) {
  const plans = config.plans
    .map((plan) => ({
      ...plan,
      addresses: plan.id === 'cloud' ? { ...addresses, newest: undefined } : addresses,
    }))
    .map(({ addresses: { newest, ...rest }, ...plan }) => ({
      ...plan,
      addresses: { ...rest, ...(newest === undefined ? {} : { newest }) },
    }));
  const versions = listVersions(plans);
  const corpus = makeCorpus(sketches);
  const scope = { config: { ...config, plans, redirects: ['nginx'] as const }, corpus, versions };
  const table = produceRedirects({ ...scope, built: createSet(versions), languages: ['en', 'ja'] }).value;
  const parse = createAddressParser(scope.config, versions, corpus.articles);
  return { ...scope, ...table, parse };
}

const NESTED = { version: '{plan}/{release}', newest: '{plan}/latest' };

describe('a link', () => {
  test.each([
    ['/server/2.0/new', 'sv-2.0', 'new'],
    ['/ja/server/2.0/new', 'sv-2.0', 'new'],
    ['/server/latest/new', 'sv-2.1', 'new'],
    ['/server/2.1/new', 'sv-2.1', 'new'],
    ['/server/new', 'sv-2.1', 'new'],
    // As it was written before the owner chose.
    ['/server@2.0/new', 'sv-2.0', 'new'],
    ['/en/server@2.1/new', 'sv-2.1', 'new'],
    ['/server@latest/new', 'sv-2.1', 'new'],
    ['/enterprise/2.0/new', 'sv-2.0', 'new'],
  ])('may be spelled %s', (address, version, path) => {
    expect(makeSite(NESTED).parse(address)).toMatchObject({ version: { name: version }, path });
  });

  test.each(['/server/1.9/new', '/server@1.9/new', '/enterprise/1.9/new'])(
    'to a release that is not documented says so: %s',
    (address) => {
      expect(makeSite(NESTED).parse(address)).toMatchObject({ missingRelease: 'server@1.9', path: 'new' });
    },
  );

  test('may have the other name of the newest release, which a coming one does not take', () => {
    const { parse } = makeSite({ version: 'v{release}', newest: '{short}', alias: '{plan}/newest' });
    expect(parse('/server/newest/new')).toMatchObject({ version: { name: 'sv-2.1' }, path: 'new' });
    expect(parse('/managed/newest/new')).toMatchObject({ version: { name: 'ma' }, path: 'new' });
    expect(parse('/v2.0/new')).toMatchObject({ version: { name: 'sv-2.0' }, path: 'new' });
    expect(parse('/v2.1/new')).toMatchObject({ version: { name: 'sv-2.1' }, path: 'new' });
    expect(parse('/new')).toMatchObject({ version: undefined, missingRelease: undefined, path: 'new' });
  });

  test('means the release where only the newest one has another name', () => {
    const { parse } = makeSite({ alias: 'newest-{short}-{release}' });
    expect(parse('/newest-sv-2.1/new')).toMatchObject({ version: { name: 'sv-2.1' }, path: 'new' });
    expect(parse('/newest-sv-2.0/new')).toMatchObject({ version: undefined, path: 'newest-sv-2.0/new' });
    expect(parse('/newest-ma-next/new')).toMatchObject({ version: undefined, path: 'newest-ma-next/new' });
  });
});

test('every address of before leads to the one that the owner chose, in one step', () => {
  const { redirects, aliases } = makeSite({
    version: 'v{release}',
    newest: '{short}',
    alias: '{plan}-latest',
  });
  const found = new Map([...redirects, ...aliases].map((each) => [each.from, each]));
  const follow = (from: string) => [
    found.get(`/k/en/${from}/`)?.to,
    found.get(`/k/en/${from}/`)?.isTemporary,
  ];
  for (const path of ['new', 'old']) {
    expect(follow(`server@2.0/${path}`)).toEqual(['/k/en/v2.0/new/', undefined]);
    expect(follow(`managed@latest/${path}`)).toEqual(['/k/en/ma/new/', undefined]);
    expect(follow(`server/${path}`)).toEqual(['/k/en/sv/new/', undefined]);
    expect(follow(`server-latest/${path}`)).toEqual(['/k/en/sv/new/', undefined]);
    // The next release will leave these two to this one.
    expect(follow(`server@2.1/${path}`)).toEqual(['/k/en/sv/new/', true]);
    expect(follow(`v2.1/${path}`)).toEqual(['/k/en/sv/new/', true]);
  }
  expect(follow('v1.9')).toEqual(['/k/en/v2.0/', undefined]);
  expect(follow('server@1.9')).toEqual(['/k/en/v2.0/', undefined]);
});

const word = fc.constantFrom('{plan}', '{short}', 'v', 'docs', 'r-');
const chosen = fc.record(
  {
    version: fc
      .tuple(fc.array(word, { maxLength: 2 }), fc.constantFrom('', '/'))
      .map(([words, slash]) =>
        [...words, slash === '' || words.length === 0 ? '' : slash, '{plan}-{release}'].join(''),
      ),
    newest: fc.constantFrom('{plan}', '{plan}/latest', '{short}', 'docs/{plan}'),
    alias: fc.constantFrom('{short}/newest', '{plan}.x'),
  },
  { requiredKeys: [] },
);

test('whatever is chosen, no rule of a list reaches a page, and each page has its default address', () => {
  fc.assert(
    fc.property(chosen, (addresses) => {
      const { redirects, aliases, versions, corpus, config: own } = makeSite(addresses);
      const list = listRedirectFiles([...redirects, ...aliases], { config: own, corpus })[0]?.render() ?? '';
      const sources = [...list.matchAll(/^"(.*)" ".*";$/gm)].map(([, source = '']) => source);
      const patterns = sources
        .filter((source) => source.startsWith('~'))
        .map((source) => new RegExp(source.slice(1).replaceAll('\\\\', '\\').replaceAll('\\"', '"')));
      const lines = new Set(sources);
      const answered = new Map([...redirects, ...aliases].map(({ from, to }) => [from, to]));
      for (const { segment, id, isPreview } of versions) {
        const page = ['/k/en', segment, 'new', ''].filter((part, at) => part !== '' || at === 3).join('/');
        expect(patterns.filter((pattern) => pattern.test(page))).toEqual([]);
        expect(lines.has(page)).toBe(false);
        if (!isPreview && segment !== id) expect(answered.get(`/k/en/${id}/new/`)).toBe(page);
      }
    }),
  );
});

test('a folder that stands where addresses name a version is an error', () => {
  const sketches = [
    { path: '', children: ['v2.0'] },
    { path: 'v2.0', children: ['v2.0/x'] },
    { path: 'v2.0/x' },
    { path: 'v2.1/only', versions: 'sv' },
    { path: 'server-new', versions: 'cl' },
  ];
  const { corpus, versions } = makeSite({ version: 'v{release}', alias: '{plan}-new' }, sketches);
  expect(judgeVersionFolders(corpus.articles.values(), versions)).toEqual([
    expect.objectContaining({
      code: 'check/duplicate-permalink',
      severity: 'error',
      message: "The folder 'v2.0' collides with the addresses of Server 2.0: 'v2.0'.",
      hint: "Rename the folder, or choose other 'addresses' in the site file.",
      place: { file: 'content/v2.0/index.md', line: 1, column: 1 },
    }),
    expect.objectContaining({ message: expect.stringContaining("'server-new'") }),
  ]);
  expect(judgeVersionFolders(makeCorpus(sketches).articles.values(), listVersions(config.plans))).toEqual([]);
});
