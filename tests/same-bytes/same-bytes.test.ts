import { spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readTree } from '../build/read-tree.ts';
import { cli, repository, runProgram } from '../build/run-decant.ts';
import { createTemporaryFolder } from '../build/temporary-folder.ts';

/** Circumstances of a build that nobody may see in what it publishes. */
interface Setting {
  readonly name: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
  /** Below the temporary folder. */
  readonly path?: string;
  readonly umask?: string;
  /** Builds that come before, into the same folder and with one cache. */
  readonly before?: number;
  /** The program that runs it, by its release for `npx node@…`. */
  readonly node?: string;
}

const SETTINGS: readonly Setting[] = [
  {
    name: 'a day ahead',
    env: {
      TZ: 'Pacific/Kiritimati',
      SAME_CLOCK: '2031-12-31T23:30:00Z',
      SAME_ORDER: '7',
      LC_ALL: 'tr_TR.UTF-8',
    },
  },
  { name: 'four renderers and a warm cache', args: ['--workers=4'], before: 1 },
  { name: 'half an hour off', env: { TZ: 'America/St_Johns' } },
  { name: 'a day behind', env: { TZ: 'Pacific/Pago_Pago' } },
  { name: 'the last century', env: { SAME_CLOCK: '1999-12-31T23:59:58Z' } },
  { name: 'the next decade', env: { SAME_CLOCK: '2038-01-19T03:14:08Z' } },
  { name: 'Turkish', env: { LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' } },
  { name: 'Japanese', env: { LC_ALL: 'ja_JP.UTF-8', LANG: 'ja_JP.UTF-8' } },
  { name: 'no locale', env: { LC_ALL: 'C', LANG: 'C' } },
  { name: 'folders in another order', env: { SAME_ORDER: '1' } },
  { name: 'folders in a third order', env: { SAME_ORDER: '20211' } },
  { name: 'no renderer', args: ['--workers=0'] },
  { name: 'one renderer', args: ['--workers=1'] },
  { name: 'three renderers', args: ['--workers=3'] },
  { name: 'built again over itself', before: 2 },
  { name: 'a long path', path: `${'deep/'.repeat(20)}site of ours, 湯 & co (1)` },
  { name: 'a mask for the owner alone', umask: '077' },
  { name: 'Node 22', node: '22' },
  { name: 'Node 24', node: '24' },
];

const isWhole = process.env.DECANT_SETTINGS === 'all';
const settings = isWhole ? SETTINGS : SETTINGS.slice(0, 1);
const sites = isWhole ? ['translations', 'versions', 'changes', 'reading', 'machines'] : ['translations'];

describe.each(sites)('%s', (site) => {
  test.each(settings)('has the same bytes with $name', async (setting) => {
    const expected = await build(site, { name: 'usual', args: ['--workers=0'] });
    expect(expected.size).toBeGreaterThan(10);
    const found = await build(site, setting);
    expect([...found.keys()]).toEqual([...expected.keys()]);
    expect([...found].filter(([name, text]) => expected.get(name) !== text).map(([name]) => name)).toEqual(
      [],
    );
  });
});

/** Of sites in usual circumstances. */
const usual = new Map<string, ReadonlyMap<string, string>>();

async function build(site: string, setting: Setting): Promise<ReadonlyMap<string, string>> {
  const known = setting.name === 'usual' ? usual.get(site) : undefined;
  if (known !== undefined) return known;
  const { env = {}, args = [], path = 'site', umask = '022', before = 0, node } = setting;
  const folder = createTemporaryFolder();
  const root = join(folder, path);
  cpSync(join(repository, 'tests/sites', site), root, { recursive: true });
  const out = join(folder, 'out');
  const cache = before > 0 ? ['--cache', join(folder, 'cache')] : ['--no-cache'];
  const search = isWhole ? [] : ['--no-search'];
  const options = [
    'build',
    '--root',
    root,
    '--out',
    out,
    '--keep-going',
    '--quiet',
    ...search,
    ...cache,
    ...args,
  ];
  const preload = `--require=${join(import.meta.dirname, 'preload.cjs')}`;
  const command = node === undefined ? `'${process.execPath}'` : `'${findNode(node)}'`;
  const script = `umask ${umask}; exec ${command} "$0" "$@"`;
  for (let at = 0; at <= before; at += 1) {
    const { stderr } = await runProgram('/bin/sh', ['-c', script, cli, ...options], repository, {
      NODE_OPTIONS: preload,
      ...env,
    });
    expect(stderr).not.toMatch(/^decant: /m);
  }
  const tree = readTree(out);
  if (setting.name === 'usual') usual.set(site, tree);
  return tree;
}

/** The path of another Node, which npm gets. */
function findNode(release: string): string {
  const found = spawnSync('npx', ['-y', `node@${release}`, '-p', 'process.execPath'], { encoding: 'utf8' });
  expect(found.status).toBe(0);
  return found.stdout.trim();
}
