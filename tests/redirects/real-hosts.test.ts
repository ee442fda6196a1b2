import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseAllRedirects } from '@netlify/redirect-parser';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { RedirectFormat } from '../../src/config/index.ts';
import { listRedirectFiles, produceRedirects, type Redirect } from '../../src/redirects/index.ts';
import { createSet, listVersions } from '../../src/versions/index.ts';
import { config, makeCorpus } from '../links/make-site.ts';
import { scopeOf } from './scope-of.ts';

/** Old addresses with all that addresses of content hold, and where they lead. */
const old: readonly Redirect[] = [
  ['/en/old/', '/en/server@2.0/new/'],
  ['/en/server@2.0/old/', '/en/server@2.0/new/'],
  ['/en/Old-Case/', '/en/new/'],
  ['/en/a%20b%22c%27d;e$f%7Bg%7D/', '/en/new/'],
  ['/ja/%E5%8F%A4%E3%81%84/', '/ja/%E6%96%B0%E3%81%97%E3%81%84/'],
  ['/en/100%25/', '/en/new/'],
  ...Array.from(
    { length: 3000 },
    (_, at) => [`/en/long/${'x'.repeat(60)}/${at}/`, `/en/new/${at}/`] as const,
  ),
].map(([from = '', to = '']) => ({ from, to, output: `${from}index.html`, language: 'en' }));

/** Old addresses of the release that has another name: they have a line below that name too. */
const BEHIND_ALIASES = old.filter(({ from }) => from.startsWith('/en/server@2.0/')).length;

const redirects: readonly Redirect[] = [
  ...old,
  {
    from: '/en/server/',
    to: '/en/server@2.0/',
    output: 'en/server/index.html',
    language: 'en',
    alias: 'site',
  },
  {
    from: '/en/server/a/',
    to: '/en/server@2.0/a/',
    output: 'en/server/a/index.html',
    language: 'en',
    alias: 'page',
  },
];

/** Those of a site whose server has the retired releases 1.9 and 1.10; an old address of a page names one of them as well. */
function listRetired(): readonly Redirect[] {
  const plans = config.plans.map((plan) =>
    plan.id === 'server' ? { ...plan, deprecated: ['1.10', '1.9'] } : plan,
  );
  const versions = listVersions(plans);
  const corpus = makeCorpus([
    { path: '', children: ['new'] },
    { path: 'new', redirectFrom: ['/server@1.9/tea'] },
  ]);
  const built = createSet(versions);
  const table = produceRedirects({
    config: { ...config, plans },
    corpus,
    versions,
    built,
    languages: ['en', 'ja'],
  });
  return [...table.value.redirects, ...table.value.aliases];
}

function format(name: RedirectFormat, listed: readonly Redirect[] = redirects): string {
  return listRedirectFiles(listed, scopeOf([name]))[0]?.render() ?? '';
}

const binary = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/usr/bin/nginx', '/opt/homebrew/bin/nginx'].find(
  existsSync,
);
const reason = binary === undefined ? ' (skipped: there is no nginx on this machine)' : '';

describe.skipIf(binary === undefined)(`nginx${reason}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'decant-nginx-'));
  let server: ChildProcess | undefined;
  let origin = '';

  beforeAll(async () => {
    const port = await findPort();
    origin = `http://127.0.0.1:${port}`;
    writeFileSync(join(folder, 'redirects.nginx.map'), format('nginx', [...redirects, ...listRetired()]));
    writeFileSync(join(folder, 'nginx.conf'), formatConfig(port));
    const args = ['-p', folder, '-c', 'nginx.conf', '-e', 'stderr'];
    const check = spawnSync(binary ?? '', [...args, '-t'], { encoding: 'utf8' });
    expect(check.stderr).toContain('test is successful');
    server = spawn(binary ?? '', args, { stdio: 'ignore' });
    await waitFor(origin);
  });

  afterAll(() => {
    server?.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  /** The server of docs/content/guides/publishing.md, as far as a test may run it. */
  function formatConfig(port: number): string {
    const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
      .map((name) => `${name}_temp_path ${name};`)
      .join(' ');
    return `daemon off; master_process off; pid nginx.pid;
events {}
http {
  access_log off; ${paths}
  map_hash_bucket_size 256;
  map_hash_max_size 65536;
  map $uri $new_address {
    include ${folder}/redirects.nginx.map;
  }
  server {
    listen 127.0.0.1:${port};
    root ${folder};
    if ($new_address) {
      return 301 $new_address$is_args$args;
    }
  }
}
`;
  }

  async function follow(address: string): Promise<string> {
    const { status, headers } = await fetch(`${origin}${address}`, { redirect: 'manual' });
    const location = Buffer.from(headers.get('location') ?? '', 'latin1').toString('utf8');
    return `${status} ${location.replace(origin, '')}`;
  }

  test('answers every old address with 301, with and without its last slash', async () => {
    for (const { from, to } of old.slice(0, 20)) {
      expect([from, await follow(from)]).toEqual([from, `301 ${to}`]);
      expect([from, await follow(from.slice(0, -1))]).toEqual([from, `301 ${to}`]);
    }
  });

  test('keeps the query, ignores case, and leaves other addresses alone', async () => {
    expect(await follow('/en/old/?q=a%20b&c')).toBe('301 /en/server@2.0/new/?q=a%20b&c');
    expect(await follow('/en/old-case')).toBe('301 /en/new/');
    expect(await follow('/en/older/')).toBe('404 ');
  });

  test('knows every page below another name of a version', async () => {
    expect(await follow('/en/server')).toBe('301 /en/server@2.0/');
    expect(await follow('/en/server/a/b/?q')).toBe('301 /en/server@2.0/a/b/?q');
    expect(await follow('/en/server@2.0/a/')).toBe('404 ');
  });

  test.each([
    ['/k/en/server@1.9/new/?q=1', '301 /k/en/server@2.0/new/?q=1'],
    ['/k/en/server@1.9/new', '301 /k/en/server@2.0/new/'],
    ['/k/en/server@1.9/new.md', '301 /k/en/server@2.0/new.md'],
    // In a spelling of nginx's own: what it decoded it does not encode again, and browsers read it as UTF-8.
    ['/k/en/server@1.9/%E7%B4%85%E8%8C%B6', '301 /k/en/server@2.0/紅茶/'],
    ['/k/en/server@1.10/new/', '301 /k/en/server@2.0/new/'],
    ['/k/en/server@1.9/', '301 /k/en/server@2.0/'],
    ['/k/en/server@1.9', '301 /k/en/server@2.0/'],
    ['/k/ja/server@1.9/new/', '301 /k/ja/server@2.0/new/'],
    // Not those of `enterprise`, which is the newest release.
    ['/k/en/enterprise/1.9/new/', '301 /k/en/server@2.0/new/'],
    ['/k/en/enterprise/1.9', '301 /k/en/server@2.0/'],
    // Others have names that begin alike, or are not retired.
    ['/k/en/server@1.90/new/', '404 '],
    ['/k/en/server@1x9/new/', '404 '],
    ['/k/en/server@1.8/new/', '404 '],
    ['/k/en/server@2.0/new/', '404 '],
    ['/k/en/x/server@1.9/new/', '404 '],
    // What would mean something else there, if it were not encoded: the page 404 leads on.
    ['/k/en/server@1.9/a%3Fb/', '404 '],
    ['/k/en/server@1.9/a%0D%0Ab/', '404 '],
  ])('leads from a release that is no longer documented: %s', async (from, to) => {
    expect(await follow(from)).toBe(to);
  });

  test('asks for an old address of a retired release before its pattern', async () => {
    expect(await follow('/k/en/server@1.9/tea/')).toMatch(/^301 \/k\/en\/.*new\/$/);
  });
});

test('Netlify reads every rule as a forced redirect of its own', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'decant-netlify-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, '_redirects');
  writeFileSync(file, format('netlify'));
  const parsed = await parseAllRedirects({ redirectsFiles: [file], configRedirects: [], minimal: true });
  expect(parsed.errors).toEqual([]);
  // The one in Japanese is written decoded as well.
  expect(parsed.redirects).toHaveLength(old.length + BEHIND_ALIASES + 2 + 1);
  expect(parsed.redirects.at(-1)).toMatchObject({
    from: '/en/server/*',
    to: '/en/server@2.0/:splat',
    status: 301,
    force: true,
  });
  expect(parsed.redirects[0]).toMatchObject({
    from: '/en/old/',
    to: '/en/server@2.0/new/',
    status: 301,
    force: true,
  });
});

/** https://developers.cloudflare.com/pages/configuration/redirects/ */
test('Cloudflare reads every rule: a path, a path, 301, of at most 1,000 characters', () => {
  const all = format('cloudflare').trimEnd().split('\n');
  expect(all.at(-1)).toBe('/en/server/* /en/server%402.0/:splat/ 301');
  const lines = all.slice(0, -3);
  expect(lines).toHaveLength(2000);
  for (const line of lines) {
    expect(line.length).toBeLessThanOrEqual(1000);
    const [from = '', to = '', status, ...rest] = line.split(/\s+/);
    expect([from, to, status, rest]).toEqual([
      expect.stringMatching(/^\/[^*:?#]*$/),
      expect.stringMatching(/^\/[^*:]*$/),
      '301',
      [],
    ]);
  }
});

async function findPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function waitFor(address: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const isThere = await fetch(address).then(
      () => true,
      () => false,
    );
    if (isThere) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('nginx does not answer.');
}
