import { describe, expect, test } from 'vitest';
import {
  createAddressParser,
  decodeText,
  dropGuides,
  encodePath,
  findLegacyVersion,
} from '../../src/links/index.ts';
import { listVersions } from '../../src/versions/index.ts';
import { config, makeCorpus, versions } from './make-site.ts';

/** What an address says, with names of versions; what it does not say is left out. */
function parse(address: string, folders: readonly string[] = [], plans = config.plans) {
  const own = plans === config.plans ? versions : listVersions(plans);
  const { articles } = makeCorpus(folders.map((path) => ({ path })));
  const { version, preferred, ...rest } = createAddressParser({ ...config, plans }, own, articles)(address);
  const said = Object.entries({ ...rest, version: version?.name, preferred: preferred?.name });
  return Object.fromEntries(said.filter(([, value]) => value !== undefined));
}

/** The path alone is meant, or without `guides`. */
const only = (path: string, plain = path) => ({ path, paths: [path, plain] });

describe('the path of a link', () => {
  test.each([
    ['/tea', only('tea')],
    ['/', only('')],
    ['', only('')],
    ['/ja/tea', { language: 'ja', ...only('tea') }],
    ['/jp/tea', { language: 'ja', ...only('tea') }],
    ['/en', { language: 'en', ...only('') }],
    ['/JA/tea', only('JA/tea')],
    ['/tea/ja', only('tea/ja')],
    ['/server@2.0/tea', { version: 'sv-2.0', ...only('tea') }],
    ['/ja/server@2.0/tea', { language: 'ja', version: 'sv-2.0', ...only('tea') }],
    ['/server@2.1', { version: 'sv-2.1', ...only('') }],
    ['/managed@next/tea', { version: 'ma-next', ...only('tea') }],
    // A plan without a release is its newest one, no preview.
    ['/server/tea', { version: 'sv-2.1', ...only('tea') }],
    ['/server@latest/tea', { version: 'sv-2.1', ...only('tea') }],
    ['/managed/tea', { version: 'ma', ...only('tea') }],
    ['/managed@latest/tea', { version: 'ma', ...only('tea') }],
    ['/cloud/tea', { version: 'cl', ...only('tea') }],
    ['/cloud@latest/tea', { version: 'cl', ...only('tea') }],
    ['/server@3.0/tea', { missingRelease: 'server@3.0', ...only('tea') }],
    ['/managed@2.0', { missingRelease: 'managed@2.0', ...only('') }],
    ['/other@2.0/tea', only('other@2.0/tea')],
    ['/tea/server@2.0', only('tea/server@2.0')],
  ])('says language and version: %s', (address, said) => {
    expect(parse(address)).toEqual(said);
  });

  test('names a folder that is called like a plan; the plan is named with a release then', () => {
    expect(parse('/server/tea', ['server'])).toEqual(only('server/tea'));
    expect(parse('/server/tea', ['server/tea'])).toMatchObject({ version: 'sv-2.1' });
    expect(parse('/server@latest/tea', ['server'])).toEqual({ version: 'sv-2.1', ...only('tea') });
    expect(parse('/server@2.0/tea', ['server'])).toEqual({ version: 'sv-2.0', ...only('tea') });
    expect(parse('/server@3.0/tea', ['server'])).toEqual({ missingRelease: 'server@3.0', ...only('tea') });
  });

  const legacy = (written: string, path: string, plain = path) => ({
    path,
    paths: [`enterprise/${written}`, path === '' ? 'enterprise' : `enterprise/${path}`, plain, path],
  });
  test.each([
    ['/enterprise/2.0/tea', { version: 'sv-2.0', ...legacy('tea', 'tea') }],
    ['/enterprise/server@2.0/tea', { version: 'sv-2.0', ...legacy('tea', 'tea') }],
    ['/enterprise/server/tea', { version: 'sv-2.1', ...legacy('tea', 'tea') }],
    [
      '/enterprise/2.0/tea/guides/a',
      { version: 'sv-2.0', ...legacy('tea/guides/a', 'tea/a', 'tea/guides/a') },
    ],
    ['/enterprise/2.0/user/tea', { version: 'sv-2.0', ...legacy('user/tea', 'tea') }],
    ['/enterprise/1.9/tea', { missingRelease: 'server@1.9', ...legacy('tea', 'tea') }],
    ['/enterprise/2.0.1/tea', { missingRelease: 'server@2.0.1', ...legacy('tea', 'tea') }],
    ['/enterprise/12.10/tea', { missingRelease: 'server@12.10', ...legacy('tea', 'tea') }],
    ['/enterprise/user/tea', { preferred: 'sv-2.1', ...legacy('user/tea', 'tea') }],
    ['/enterprise/user', { preferred: 'sv-2.1', ...legacy('user', '') }],
    ['/enterprise/users/tea', { preferred: 'sv-2.1', ...legacy('users/tea', 'users/tea') }],
    ['/enterprise/tea/user/a', { preferred: 'sv-2.1', ...legacy('tea/user/a', 'tea/user/a') }],
    ['/enterprise/2/tea', { preferred: 'sv-2.1', ...legacy('2/tea', '2/tea') }],
    ['/enterprise/v2.0/tea', { preferred: 'sv-2.1', ...legacy('v2.0/tea', 'v2.0/tea') }],
    ['/enterprise/2.0x/tea', { preferred: 'sv-2.1', ...legacy('2.0x/tea', '2.0x/tea') }],
    ['/enterprise', { preferred: 'sv-2.1', path: '', paths: ['enterprise', 'enterprise', '', ''] }],
    ['/enterprises/2.0/tea', only('enterprises/2.0/tea')],
  ])('may be one of the first addresses of the numbered plan: %s', (address, said) => {
    expect(parse(address)).toEqual(said);
  });

  test('has no such address where no other plan than the default one has numbers', () => {
    const [cloud, server, managed] = config.plans;
    const plans = [cloud, server, managed].flatMap((plan) => plan ?? []);
    const numbered = plans.map((plan) => ({ ...plan, isDefault: plan.id === 'server' }));
    expect(parse('/enterprise/2.0/tea', [], numbered)).toEqual(only('enterprise/2.0/tea'));
    const coming = plans.map((plan) => (plan.id === 'server' ? { ...plan, next: '3.0' } : plan));
    expect(findLegacyVersion(listVersions(coming))?.name).toBe('sv-2.1');
    expect(parse('/server/tea', [], coming)).toEqual({ version: 'sv-2.1', ...only('tea') });
    expect(findLegacyVersion(listVersions(plans.filter(({ id }) => id !== 'server')))).toBeUndefined();
  });

  test.each([
    ['/packages/guides/npm', only('packages/guides/npm', 'packages/npm')],
    ['/packages/guides', only('packages/guides', 'packages')],
    ['/packages/guidesx/npm', only('packages/guidesx/npm')],
    ['/a/packages/guides/npm', only('a/packages/guides/npm')],
    ['/guides/npm', only('guides/npm')],
  ])('may leave out `guides` of a product: %s', (address, said) => {
    expect(parse(address)).toEqual(said);
    expect(dropGuides(address.slice(1))).toBe(said.paths[1]);
  });

  test.each([
    ['/a/b/', 'a/b'],
    ['a//b', 'a/b'],
    ['/a/./b', 'a/b'],
    ['/a/../b', 'b'],
    ['/../../a', 'a'],
    ['/a/%2e%2E/b', 'b'],
    ['/a.b/c', 'a.b/c'],
    ['/%E8%8C%B6/%zz', '茶/%zz'],
    ['/a/b.md', 'a/b'],
    ['/a.md/b', 'a.md/b'],
    ['/a/b.mdx', 'a/b.mdx'],
    ['/a/bmd', 'a/bmd'],
    ['/a/index', 'a'],
    ['/a/index.md', 'a'],
    ['/a/index.html', 'a'],
    ['/a/index/b', 'a/index/b'],
    ['/a/b.html', 'a/b.html'],
    ['/index.html', ''],
  ])('is walked as a browser does, and may be that of a file: %s', (address, path) => {
    expect(parse(address)).toMatchObject({ path });
  });
});

test.each([
  ['', ''],
  ['packages/npm-1.0_(new)', 'packages/npm-1.0_(new)'],
  ['お茶/緑 茶', '%E3%81%8A%E8%8C%B6/%E7%B7%91%20%E8%8C%B6'],
  ['100%/a?b#c?#', '100%25/a%3Fb%23c%3F%23'],
  ['a\u{1F375}b', 'a%F0%9F%8D%B5b'],
  ['a\uD800b\uDC00', 'a%EF%BF%BDb%EF%BF%BD'],
  ['a^`b', 'a%5E%60b'],
])('the path %j stands in an address as %s', (path, encoded) => {
  expect(encodePath(path)).toBe(encoded);
  if (!/\p{Surrogate}/u.test(path)) expect(decodeText(encoded)).toBe(path);
});

test('text that is not encoded decodes to itself', () => {
  expect(['tea', '100%', '%zz', '%E8%8C'].map(decodeText)).toEqual(['tea', '100%', '%zz', '%E8%8C']);
});
