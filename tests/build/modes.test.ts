import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/index.ts';
import { listFiles } from './read-tree.ts';
import { cli, repository, runProgram } from './run-decant.ts';
import { createTemporaryFolder } from './temporary-folder.ts';

/** A copy of the smallest site with a picture that only its owner may read, in a folder that everybody may enter. */
function copySite() {
  const folder = createTemporaryFolder();
  chmodSync(folder, 0o755);
  const root = join(folder, 'root');
  cpSync(join(repository, 'tests/sites/smallest'), root, { recursive: true });
  mkdirSync(join(root, 'assets'));
  writeFileSync(join(root, 'assets/plan.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  chmodSync(join(root, 'assets/plan.svg'), 0o600);
  return { folder, root, out: join(folder, 'site') };
}

type Site = ReturnType<typeof copySite>;

/** Runs a command with a umask, as a shell would. */
async function runWith(umask: string, { root, out }: Site, ...args: readonly string[]): Promise<void> {
  const script = `umask ${umask}; exec "$0" "$@"`;
  const options = ['--root', root, '--out', out, '--no-search', '--quiet'];
  const command = ['-c', script, process.execPath, cli, ...args, ...options];
  const { status, stderr } = await runProgram('/bin/sh', command, repository);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
}

const modeOf = (path: string) => (statSync(path).mode & 0o7777).toString(8);

/** The modes of all files of a folder. */
const listModes = (folder: string) => [
  ...new Set(listFiles(folder).map((file) => modeOf(join(folder, file)))),
];

const isPosix = process.platform !== 'win32';

describe.runIf(isPosix)('modes of what is written', () => {
  test.each([
    ['022', '755', '644'],
    ['027', '750', '640'],
  ])('follow umask %s in new folders of the site and of the cache', async (umask, folderMode, fileMode) => {
    const site = copySite();
    const cache = join(site.folder, 'cache');
    await runWith(umask, site, 'build', '--cache', cache);
    expect([modeOf(site.out), modeOf(join(site.out, 'en')), listModes(site.out)]).toEqual([
      folderMode,
      folderMode,
      [fileMode],
    ]);
    expect([modeOf(cache), listModes(cache)]).toEqual([folderMode, [fileMode]]);
  });

  test('keep that of a folder that is there, and its group', async () => {
    const site = copySite();
    mkdirSync(site.out);
    const group = process.getuid?.() === 0 ? 12345 : statSync(site.out).gid;
    chownSync(site.out, -1, group);
    chmodSync(site.out, 0o2775);
    const see = () => [site.out, join(site.out, 'en')].map((path) => [modeOf(path), statSync(path).gid]);
    await runWith('022', site, 'build', '--no-cache');
    expect(see()).toEqual([
      ['2775', group],
      ['2755', group],
    ]);
    writeFileSync(join(site.root, 'content/tea/green.md'), "---\ntitle: Green\nversions: '*'\n---\n\nNew.\n");
    await runWith('077', site, 'build', '--no-cache');
    expect(see()).toEqual([
      ['2775', group],
      ['2755', group],
    ]);
  });

  test('follow the umask when shards are merged', async () => {
    const site = copySite();
    await runWith('022', site, 'build', '--shard=1/1', '--no-cache');
    expect(modeOf(`${site.out}.shards/1-of-1`)).toBe('755');
    await runWith('022', site, 'merge');
    expect([modeOf(site.out), listModes(site.out)]).toEqual(['755', ['644']]);
  });
});

const nginx = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/usr/bin/nginx'].find((path) => existsSync(path));
const reason =
  nginx === undefined
    ? ' (skipped: there is no nginx on this machine)'
    : process.getuid?.() === 0
      ? ''
      : ' (skipped: only root may start it as another user)';

test.skipIf(reason !== '')(`nginx serves a site as another user${reason}`, async () => {
  const site = copySite();
  await runWith('022', site, 'build', '--no-cache');
  const port = await findPort();
  writeFileSync(join(site.folder, 'nginx.conf'), formatServer(site, port));
  const args = ['-p', site.folder, '-c', 'nginx.conf', '-e', 'stderr'];
  const server = spawn(nginx ?? '', args, { stdio: 'ignore' });
  onTestFinished(() => stop(server));
  const ask = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).status;
  await waitFor(() => ask('/'));
  const paths = ['/', '/en/tea/green/', '/en/tea/green.md', '/pages.json', '/assets/plan.svg', '/nothing/'];
  expect(await Promise.all(paths.map(ask))).toEqual([200, 200, 200, 200, 200, 404]);
});

/** As docs/content/guides/publishing.md has it. The workers run as a user that owns nothing. */
function formatServer({ folder, out }: Site, port: number): string {
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${join(folder, name)};`)
    .join(' ');
  const group = /^nogroup:/m.test(readFileSync('/etc/group', 'utf8')) ? 'nogroup' : 'nobody';
  return `user nobody ${group}; worker_processes 1; daemon off; pid nginx.pid;
events {}
http {
  access_log off; ${paths}
  server {
    listen 127.0.0.1:${port};
    root ${out};
    error_page 404 /404.html;
  }
}
`;
}

/** Asks it to end, so that it ends its workers too. */
async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const end = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  await end;
}

async function findPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function waitFor(ask: () => Promise<number>): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if (await ask().catch(() => undefined)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('nginx does not answer.');
}

/** A user who may read the program and owns nothing. */
const stranger = { uid: 65534, gid: 65534 };
const isLocked =
  process.getuid?.() === 0
    ? spawnSync(process.execPath, ['--check', cli], { ...stranger, stdio: 'ignore' }).status !== 0
    : true;
const why = isLocked ? ' (skipped: only root may run a program as another user)' : '';

test.skipIf(isLocked)(`a build that may not read its files says so${why}`, async () => {
  const site = copySite();
  mkdirSync(site.out);
  chownSync(site.out, stranger.uid, stranger.gid);
  chmodSync(site.folder, 0o777);
  chmodSync(join(site.root, 'content/tea/green.md'), 0o600);
  mkdirSync(join(site.root, 'content/tea/closed'), { mode: 0o700 });
  const args = ['build', '--root', site.root, '--out', site.out, '--no-cache', '--no-search', '--json'];
  const { status, stdout } = spawnSync(process.execPath, [cli, ...args], { ...stranger, encoding: 'utf8' });
  const { diagnostics } = JSON.parse(stdout) as { readonly diagnostics: readonly Diagnostic[] };
  const unreadable = diagnostics.filter(({ code }) => code === 'load/unreadable');
  expect({ status, files: unreadable.map(({ place }) => place.file) }).toEqual({
    status: 1,
    files: ['assets/plan.svg', 'content/tea/closed', 'content/tea/green.md'],
  });
});
