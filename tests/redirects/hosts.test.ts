import { expect, test } from 'vitest';
import type { RedirectFormat } from '../../src/config/index.ts';
import { listRedirectFiles, listStubs, produceRedirects } from '../../src/redirects/index.ts';
import { createSet, listVersions } from '../../src/versions/index.ts';
import { config, makeCorpus, pick, versions } from '../links/make-site.ts';

function judge(count: number, redirects: readonly RedirectFormat[]) {
  const redirectFrom = Array.from({ length: count }, (_, number) => `/old/${number}`);
  const corpus = makeCorpus([{ path: 'new', versions: 'cl', redirectFrom }]);
  const built = pick('cl');
  return produceRedirects({ config: { ...config, redirects }, corpus, versions, built, languages: ['en'] });
}

test('more old addresses than Cloudflare reads are a warning', () => {
  expect(judge(1001, ['json', 'cloudflare']).diagnostics).toEqual([
    {
      code: 'redirects/host-limit',
      severity: 'warning',
      message: 'The file _redirects has no room for 1 old addresses, because Cloudflare reads 2000 rules.',
      hint: 'Stubs redirect readers instead; a list of bulk redirects has room for all.',
      place: { file: 'data/site.yml', line: 1, column: 1 },
      via: [],
      versions: [],
      languages: [],
    },
  ]);
  expect(judge(1000, ['cloudflare']).diagnostics).toEqual([]);
  expect(judge(1001, ['netlify', 'nginx']).diagnostics).toEqual([]);
});

/** A site in one language with so many retired releases: its patterns, and what is left to stubs. */
function retire(count: number) {
  const deprecated = Array.from({ length: count }, (_, minor) => `1.${minor}`);
  const plans = config.plans.map((plan) => (plan.id === 'server' ? { ...plan, deprecated } : plan));
  const retired = listVersions(plans);
  const scope = { ...config, plans, redirects: ['cloudflare'] as const };
  const corpus = makeCorpus([
    { path: '', versions: 'sv', children: ['x'] },
    { path: 'x', versions: 'sv' },
  ]);
  const input = { config: scope, corpus, versions: retired, built: createSet(retired), languages: ['en'] };
  const { value, diagnostics } = produceRedirects(input);
  const redirects = [...value.redirects, ...value.aliases];
  const lines = listRedirectFiles(redirects, { config: scope, corpus })[0]?.render().split('\n') ?? [];
  const own = { config: { ...scope, redirectStubs: false as const }, corpus };
  const stubs = listStubs(redirects, own).map(({ from }) => from);
  return { diagnostics, stubs, patterns: lines.filter((line) => line.includes('*')) };
}

test('where patterns are too many, each name has one, and the host adds the slash', () => {
  const { diagnostics, patterns, stubs } = retire(20);
  expect(diagnostics).toEqual([]);
  expect(stubs).toEqual([]);
  expect(patterns).toContain('/k/en/enterprise/1.9/* /k/en/server%402.0/:splat 301');
  expect(patterns.filter((line) => !line.endsWith('/:splat 301'))).toEqual([]);
});

test('more patterns than Cloudflare reads are a warning', () => {
  const { diagnostics, patterns, stubs } = retire(50);
  expect(patterns).toHaveLength(100);
  expect(stubs).toEqual(['/k/en/cloud@latest/x/', '/k/en/server/x/', '/k/en/server@latest/x/']);
  expect(diagnostics).toMatchObject([
    {
      code: 'redirects/host-limit',
      message: expect.stringMatching(
        /^The file _redirects needs 1\d\d rules with a pattern, but Cloudflare reads only 100 of them\.$/,
      ),
    },
  ]);
});

test('where there is no room for all, a home page of another name has its rule before a pattern could take it', () => {
  const redirectFrom = Array.from({ length: 1001 }, (_, number) => `/old/${number}`);
  const corpus = makeCorpus([
    { path: '', children: ['new'] },
    { path: 'new', versions: 'cl', redirectFrom },
  ]);
  const scope = { ...config, redirects: ['cloudflare'] as const };
  const { value } = produceRedirects({
    ...{ config: scope, corpus, versions, built: pick('cl sv'), languages: ['en'] },
  });
  const [file] = listRedirectFiles([...value.redirects, ...value.aliases], { config: scope, corpus });
  const lines = file?.render().split('\n') ?? [];
  expect(lines.filter((line) => !line.includes('*')).length).toBeLessThanOrEqual(2001);
  expect(lines).toContain('/k/en/enterprise/2.0 /k/en/server%402.0/ 301');
});

test('a name in an alias of a language goes before one of all languages, and the alias itself last', () => {
  const codes = ['en', 'ja', 'es', 'pt', 'zh', 'fr'];
  const languages = codes.map((code) => ({
    ...{ code, name: code, dir: code },
    ...(code === 'ja' ? { aliases: ['jp'] } : {}),
  }));
  const scope = { ...config, languages, redirects: ['cloudflare'] as const };
  const corpus = makeCorpus([{ path: '' }]);
  const input = { config: scope, corpus, versions, built: pick('cl sv ma'), languages: codes };
  const { value } = produceRedirects(input);
  const [file] = listRedirectFiles([...value.redirects, ...value.aliases], { config: scope, corpus });
  const patterns =
    file
      ?.render()
      .split('\n')
      .filter((line) => line.includes('*/ ')) ?? [];
  const [inAlias, inAll, alias] = ['/k/jp/server/*/', '/k/:lang/server/*/', '/k/jp/*/'].map((from) =>
    patterns.findIndex((line) => line.startsWith(`${from} `)),
  );
  expect(inAlias).toBeGreaterThanOrEqual(0);
  expect(inAll).toBeGreaterThan(inAlias ?? 0);
  expect(alias).toBeGreaterThan(inAlias ?? 0);
  expect(patterns[inAlias ?? 0]).toBe('/k/jp/server/*/ /k/ja/server%402.1/:splat/ 301');
  expect(patterns[alias ?? 0]).toBe('/k/jp/*/ /k/ja/:splat/ 301');
});

test('ten languages and eight releases have patterns that Cloudflare reads all of', () => {
  const codes = ['en', 'ja', 'es', 'pt', 'zh', 'fr', 'de', 'ko', 'ru', 'it'];
  const deprecated = ['1.9', '1.8', '1.7', '1.6', '1.5', '1.4'];
  const plans = config.plans.map((plan) => (plan.id === 'server' ? { ...plan, deprecated } : plan));
  const own = listVersions(plans);
  const languages = codes.map((code) => ({ code, name: code, dir: code }));
  const produce = (assets: readonly string[]) => {
    const scope = { ...config, plans, languages, redirects: ['cloudflare'] as const };
    const corpus = makeCorpus(
      [
        { path: '', versions: 'sv', children: ['x'] },
        { path: 'x', versions: 'sv' },
      ],
      assets,
    );
    const input = { config: scope, corpus, versions: own, built: createSet(own), languages: codes };
    const { value, diagnostics } = produceRedirects(input);
    const files = listRedirectFiles([...value.redirects, ...value.aliases], { config: scope, corpus });
    const patterns =
      files[0]
        ?.render()
        .split('\n')
        .filter((line) => line.includes('*')) ?? [];
    return { diagnostics, patterns };
  };
  const { diagnostics, patterns } = produce([]);
  expect(diagnostics).toEqual([]);
  expect(patterns.length).toBeLessThanOrEqual(100);
  expect(patterns).toContain('/k/:lang/enterprise/1.9/*/ /k/:lang/server%402.0/:splat/ 301');
  // A rule goes before a file, so none may fit the address of a picture.
  const guarded = produce(['assets/server/tab.png']).patterns;
  expect(guarded.filter((line) => line.includes('/:lang/server/'))).toEqual([]);
  expect(guarded.join('\n')).toContain('/k/it/server/*');
});
