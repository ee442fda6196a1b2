import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runDecant } from '../build/run-decant.ts';
import { type Arrival, followAll } from './follow.ts';
import { type HostName, type HostServer, serveOn } from './host-servers.ts';
import { listOldAddresses, listSpellings } from './list-old-addresses.ts';
import { writeSite } from './make-site.ts';
import { readSettings } from './read-settings.ts';

const HOSTS: readonly (readonly [HostName, string])[] = [
  ['nginx', 'nginx'],
  ['workers', 'cloudflare'],
  ['pages', 'cloudflare'],
  ['netlify', 'netlify'],
];
const chosen = process.env.HOSTS?.split(',') ?? HOSTS.map(([host]) => host);

/** Addresses that only a pattern of a host knows: below releases that are gone, and below another code of a language. */
const BELOW_NAMES = new Map([
  ['/en/dock-server@3.0/ships/mooring/', '/en/dock-server@3.1/ships/mooring/'],
  ['/en/dock-server@2.9/articles/mooring/', '/en/dock-server@3.1/ships/mooring/'],
  ['/ja/dock-server@3.0/ships/日本の港/', '/ja/dock-server@3.1/ships/日本の港/'],
  ['/en/enterprise/3.2/ships/sailing/', '/en/dock-server@3.2/ships/sailing/'],
  ['/en/enterprise/2.9/articles/mooring/', '/en/dock-server@3.1/ships/mooring/'],
  ['/jp/ships/mooring/', '/ja/ships/mooring/'],
  ['/jp/記事/船を係留する/', '/ja/ships/mooring/'],
  ['/jp/dock-server/ships/日本の港/', '/ja/dock-server@3.2/ships/日本の港/'],
  ['/jp/dock-server@3.0/articles/mooring/', '/ja/dock-server@3.1/ships/mooring/'],
]);

describe.each(HOSTS.filter(([host]) => chosen.includes(host)))('%s', (host, list) => {
  const folder = mkdtempSync(join(tmpdir(), `decant-${host}-`));
  const [withStubs, withoutStubs] = [join(folder, 'with/_site'), join(folder, 'without/_site')];
  const servers: HostServer[] = [];
  const settings = readSettings();
  let old: ReadonlyMap<string, string> = new Map();

  beforeAll(async () => {
    for (const [site, keys] of [
      [withStubs, `redirects: [${list}]\n`],
      [withoutStubs, `redirects: { lists: [${list}], stubs: false }\n`],
    ] as const) {
      const root = join(site, '..');
      writeSite(root, { keys });
      expect(await runDecant(['build', '--root', root, '--out', site])).toMatchObject({ status: 0 });
      servers.push(await serveOn(host, site, settings));
    }
    old = listOldAddresses(withStubs);
    old = new Map([...old].filter(([from]) => from !== '/'));
    expect(old.size).toBeGreaterThan(200);
  });

  afterAll(() => {
    for (const server of servers) server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** What came of each address in each spelling, but for one redirect to the right page. */
  async function findFaults(at: number, addresses: ReadonlyMap<string, string>): Promise<readonly string[]> {
    const targets = new Map(
      [...addresses].flatMap(([from, to]) =>
        listSpellings(from)
          .filter(isAnswered)
          .map((each) => [each, to] as const),
      ),
    );
    const arrivals = await followAll(servers[at]?.origin ?? '', [...targets.keys()]);
    const faults = arrivals.filter((arrival) => !isRight(arrival, targets.get(arrival.from) ?? ''));
    console.log(`${host}: ${arrivals.length} requests, ${faults.length} not right`);
    return faults.map(({ from, steps, status, isStub }) =>
      [from, ...steps, status, ...(isStub ? ['stub'] : [])].join(' → '),
    );
  }

  /** `netlify dev` serves no file whose address is encoded more than need be, so no stub either. */
  function isAnswered(address: string): boolean {
    return host !== 'netlify' || !address.includes('%20') || address === encodeURI(decodeURI(address));
  }

  /** `netlify dev` knows no encoded address, and none with a blank can be written otherwise: its stub answers. */
  function isRight({ from, steps, status, at, isStub }: Arrival, to: string): boolean {
    if (host === 'netlify' && from.includes('%20')) return status === 200 && isStub;
    return steps.length === 1 && status === 200 && decodeURIComponent(at).replace(/\/?$/, '/') === to;
  }

  test('leads from each old address to its page in one redirect', async () => {
    expect(await findFaults(0, old)).toEqual([]);
  });

  test('does so without stubs, and has stubs for nothing else', async () => {
    expect(await findFaults(1, old)).toEqual([]);
    const stubs = [...listOldAddresses(withoutStubs).keys()].filter((from) => from !== '/');
    expect(stubs.filter((from) => host !== 'netlify' || !from.includes(' '))).toEqual([]);
    expect(existsSync(join(withoutStubs, 'en/ships/mooring/index.html'))).toBe(true);
  });

  test('leads on below other names of versions and languages', async () => {
    expect(await findFaults(0, BELOW_NAMES)).toEqual([]);
  });

  test('keeps the query, serves Markdown, and says what it does not know', async () => {
    const origin = servers[0]?.origin ?? '';
    const [query, markdown] = await followAll(origin, [
      '/en/articles/mooring?tool=cli',
      '/en/dock-server/ships/mooring.md',
    ]);
    expect(query).toMatchObject({ status: 200, steps: [expect.stringContaining('?tool=cli')] });
    expect(markdown).toMatchObject({ status: 200, steps: [expect.stringMatching(/mooring\.md$/)] });
    const unknown = await fetch(`${origin}/en/nothing/here/`);
    expect([unknown.status, (await unknown.text()).includes('</html>')]).toEqual([404, true]);
  });

  test('serves pages without a redirect, and addresses of before in one, where versions have other addresses', async () => {
    const root = join(folder, 'chosen');
    const site = join(root, '_site');
    const addresses = "addresses: { version: '{plan}/{release}', newest: '{plan}' }";
    writeSite(root, { keys: `${addresses}\nredirects: [${list}]\n` });
    expect(await runDecant(['build', '--root', root, '--out', site])).toMatchObject({ status: 0 });
    const server = await serveOn(host, site, settings);
    servers.push(server);
    const pages = [
      '/en/dock-server/ships/mooring/',
      '/en/dock-server/3.1/ships/mooring/',
      '/en/managed/ships/',
    ];
    for (const page of await followAll(server.origin, pages)) {
      expect(page).toMatchObject({ steps: [], status: 200, isStub: false });
    }
    const [older, other] = await followAll(server.origin, [
      '/en/dock-server@3.1/ships/mooring/',
      '/en/managed@latest/articles/mooring',
    ]);
    expect(older).toMatchObject({ steps: [expect.anything()], status: 200, at: pages[1] });
    expect(other).toMatchObject({ steps: [expect.anything()], at: '/en/managed/ships/mooring/' });
  });

  // `netlify dev` reads the header of netlify.toml, and its server of files puts its own in the place of it.
  test.skipIf(host === 'netlify')('lets browsers keep what never changes', async () => {
    const [style] = readdirSync(join(withStubs, 'theme')).filter((name) => name.endsWith('.css'));
    const response = await fetch(`${servers[0]?.origin}/theme/${style}`);
    expect([response.status, response.headers.get('cache-control')]).toEqual([
      200,
      'public, max-age=31536000, immutable',
    ]);
  });
});
