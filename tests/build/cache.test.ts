import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { startRemoteServer, TOKEN } from '../cache/remote-server.ts';
import { listFiles, readTree } from './read-tree.ts';
import { repository, runDecant, runProgram } from './run-decant.ts';
import { createFolder, removeFolder } from './temporary-folder.ts';

const root = join(repository, 'tests/sites/translations');
const folder = createFolder();
const cache = join(folder, 'cache');
const createFolderHere = () => mkdtempSync(join(folder, 'build-'));

/** Publishes the site in a new folder and reads what was published. */
async function build(...args: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const out = join(createFolderHere(), 'site');
  const { status, stderr } = await runDecant(['build', '--root', root, '--out', out, ...args]);
  if (status !== 0) throw new Error(stderr);
  return readTree(out);
}

/** The same by the library in one process after another state of the cache, with as many processes that render as asked for. */
async function buildByLibrary(workers: number, caches: readonly (string | undefined)[]) {
  const requests = caches.map((dir) => ({
    root,
    out: join(createFolderHere(), 'site'),
    workers,
    search: false,
    ...(dir === undefined ? {} : { cache: { dir, mode: 'write' } }),
  }));
  const library = pathToFileURL(join(repository, 'dist/src/index.js'));
  const program = `import { build } from '${library}';
    for (const request of ${JSON.stringify(requests)}) await build(request);`;
  const { status, stderr } = await runProgram(
    process.execPath,
    ['--input-type=module', '-e', program],
    folder,
  );
  if (status !== 0) throw new Error(stderr);
  return requests.map(({ out }) => readTree(out));
}

describe('the same site, byte for byte', () => {
  let expected: ReadonlyMap<string, string> = new Map();
  /** Without the search, where the way there is what matters. */
  let pages: ReadonlyMap<string, string> = new Map();
  beforeAll(async () => {
    expected = await build('--no-cache');
    pages = await build('--no-cache', '--no-search');
    expect(expected.size).toBeGreaterThan(10);
    return () => removeFolder(folder);
  });

  it('with an empty cache, and then with a full one', async () => {
    expect(await build('--cache', cache)).toEqual(expected);
    expect(listFiles(cache).length).toBeGreaterThan(1);
    expect(await build('--cache', cache)).toEqual(expected);
    expect(await build('--cache', cache, '--cache-mode=read')).toEqual(expected);
  });

  it('with a cache that another state of the content has filled', async () => {
    const other = join(createFolderHere(), 'root');
    cpSync(root, other, { recursive: true });
    const out = join(createFolderHere(), 'site');
    const dir = join(createFolderHere(), 'cache');
    for (const file of listFiles(join(other, 'content')).filter((name) => !name.endsWith('index.md')))
      writeFileSync(
        join(other, 'content', file),
        "---\ntitle: Other\nversions: '*'\n---\n\nOther *words*.\n",
      );
    await runDecant(['build', '--keep-going', '--root', other, '--out', out, '--cache', dir]);
    expect(listFiles(dir).length).toBeGreaterThan(1);
    expect(await build('--cache', dir)).toEqual(expected);
  });

  it('with a cache in which every file is broken', async () => {
    await build('--cache', cache);
    const files = listFiles(cache).map((file) => join(cache, file));
    for (const [at, file] of files.entries())
      writeFileSync(file, at % 2 === 0 ? '' : 'decant-pack x\ny 0 {}\n');
    expect(await build('--cache', cache)).toEqual(expected);
    expect(await build('--cache', cache)).toEqual(expected);
  });

  it('with a server: an empty one, a full one, one that refuses, one that is gone', async () => {
    const server = await startRemoteServer(createFolderHere());
    const env = {
      DECANT_CACHE: 'off',
      DECANT_CACHE_REMOTE: server.url,
      TURBO_TOKEN: TOKEN,
      TURBO_REMOTE_CACHE_SIGNATURE_KEY: '',
    };
    const buildRemote = async (more: Readonly<Record<string, string>>, ...args: readonly string[]) => {
      const out = join(createFolderHere(), 'site');
      const line = ['build', '--root', root, '--out', out, '--no-search', ...args];
      const { status, stderr } = await runDecant(line, repository, { ...env, ...more });
      expect(status).toBe(0);
      expect(readTree(out)).toEqual(pages);
      return stderr;
    };
    try {
      await buildRemote({}, '--cache-mode=read');
      expect(listFiles(server.storage)).toEqual([]);
      expect(await buildRemote({})).not.toContain('remote cache');
      const filled = readTree(server.storage);
      expect(filled.size).toBeGreaterThan(1);
      expect(await buildRemote({})).not.toContain('remote cache');
      await buildRemote({}, '--cache-mode=read');
      expect(await buildRemote({ TURBO_TOKEN: 'wrong' })).toContain('answers with status 401');
      expect(readTree(server.storage)).toEqual(filled);
    } finally {
      await server.stop();
    }
    expect(await buildRemote({})).toContain('does not answer (ECONNREFUSED)');
  });

  it.each([0, 1, 3])('with %i processes that render, without a cache and with one', async (workers) => {
    const dir = join(createFolderHere(), 'cache');
    const built = await buildByLibrary(workers, [undefined, dir, dir]);
    expect(built).toEqual([pages, pages, pages]);
  });
});
