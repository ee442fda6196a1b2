import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { CacheOptions, RemoteOptions } from '../../src/cache/index.ts';
import { listFiles, readTree } from '../build/read-tree.ts';
import { createFolder, createTemporaryFolder, removeFolder } from '../build/temporary-folder.ts';
import {
  type RemoteServer,
  startImmutableServer,
  startRemoteServer,
  startServer,
  TOKEN,
} from './remote-server.ts';
import { createRendering, renderWith } from './render-with.ts';

const folder = createFolder();
let server: RemoteServer;
let signing: RemoteServer;

beforeAll(async () => {
  const env = { TURBO_REMOTE_CACHE_SIGNATURE_KEY: 'kept' };
  [server, signing] = await Promise.all([
    startRemoteServer(join(folder, 'plain')),
    startRemoteServer(join(folder, 'signing'), env),
  ]);
});
afterAll(async () => {
  await server.stop();
  await signing.stop();
  removeFolder(folder);
});

let teams = 0;
/** A team of its own, so that tests do not meet. */
function createOptions(
  remote: Partial<RemoteOptions> = {},
  mode: CacheOptions['mode'] = 'write',
): CacheOptions & { readonly remote: RemoteOptions } {
  teams += 1;
  return { mode, remote: { url: server.url, token: TOKEN, team: `team-${teams}`, ...remote } };
}

const reading = (options: CacheOptions) => ({ ...options, mode: 'read' }) as const;
const artifactsIn = ({ remote }: ReturnType<typeof createOptions>, { storage } = server) =>
  listFiles(join(storage, remote.team))
    .filter((name) => !name.endsWith('.tag'))
    .map((name) => join(storage, remote.team, name));

describe('a cache on a server of Turborepo', () => {
  it('gives another machine what one has rendered, equal in every part', async () => {
    const options = createOptions();
    const first = await renderWith(options, ['a', 'b', 'c'], ['en/x', 'en/x', 'en/y']);
    expect(first.missed).toEqual(['a', 'b', 'c']);
    const second = await renderWith(options, ['b', 'a', 'c'], ['en/x', 'en/x', 'en/y']);
    expect(second).toEqual({
      missed: [],
      renderings: ['b', 'a', 'c'].map(createRendering),
      notes: [],
    });
  });

  it('names packs in hexadecimal, and packs them', async () => {
    const options = createOptions();
    await renderWith(options, ['a'.repeat(5000)]);
    const files = artifactsIn(options);
    expect(files).toHaveLength(2);
    for (const file of files) {
      expect(file).toMatch(/[/\\][0-9a-f]{64}$/);
      expect(readFileSync(file).length).toBeLessThan(1000);
      expect(String(gunzipSync(readFileSync(file)))).toMatch(/^decant-pack /);
    }
  });

  it('finds what did not change in a folder of articles where something did', async () => {
    const options = createOptions();
    await renderWith(options, ['a', 'b']);
    expect((await renderWith(options, ['a', 'b2'])).missed).toEqual(['b2']);
    expect((await renderWith(options, ['a', 'b3'])).missed).toEqual(['b3']);
    // Both states are there as wholes, and the folder holds all of them.
    expect((await renderWith(reading(options), ['a', 'b2'])).missed).toEqual([]);
    expect((await renderWith(reading(options), ['b', 'b2', 'b3'])).missed).toEqual([]);
  });

  it('serves as well where the server refuses to overwrite', async () => {
    const immutable = await startImmutableServer(server.url);
    try {
      const options = createOptions({ url: immutable.url });
      await renderWith(options, ['a', 'b']);
      expect(await renderWith(options, ['a', 'b2'])).toMatchObject({ missed: ['b2'], notes: [] });
      expect(await renderWith(options, ['a', 'b2'])).toMatchObject({ missed: [], notes: [] });
      expect((await renderWith(options, ['a', 'b'])).missed).toEqual([]);
      expect((await renderWith(options, ['a', 'b3'])).missed).toEqual(['b3']);
    } finally {
      await immutable.stop();
    }
  });

  it('is asked only for what the folder of this machine lacks, and fills it', async () => {
    const options = createOptions();
    const dir = join(createTemporaryFolder(), 'cache');
    await renderWith(options, ['a']);
    expect((await renderWith({ ...options, dir }, ['a'])).missed).toEqual([]);
    const nobody = createOptions({ url: 'http://127.0.0.1:1' });
    expect(await renderWith({ ...nobody, dir }, ['a'])).toMatchObject({ missed: [], notes: [] });
  });

  it('is only asked in read mode', async () => {
    const options = createOptions();
    expect((await renderWith(reading(options), ['a'])).missed).toEqual(['a']);
    expect(artifactsIn(options)).toEqual([]);
    await renderWith(options, ['a']);
    const before = readTree(server.storage);
    expect(await renderWith(reading(options), ['a', 'b'])).toMatchObject({ missed: ['b'], notes: [] });
    expect(readTree(server.storage)).toEqual(before);
  });

  it('keeps teams apart, by name and by identifier', async () => {
    const options = createOptions({ team: 'team_1f' });
    await renderWith(options, ['a']);
    expect((await renderWith(createOptions(), ['a'])).missed).toEqual(['a']);
    expect((await renderWith(createOptions({ team: 'team_1f' }), ['a'])).missed).toEqual([]);
  });
});

describe('a server that is of no use', () => {
  const texts = Array.from({ length: 30 }, (_, at) => `text ${at}`);
  const folders = texts.map((_, at) => `folder ${at}`);
  const renderings = texts.map(createRendering);

  it('is done without after one note: a wrong token', async () => {
    const options = createOptions({ token: 'wrong' });
    const said = `The remote cache at ${server.url} answers with status 401. This build continues without it.`;
    expect(await renderWith(options, texts, folders)).toEqual({ missed: texts, renderings, notes: [said] });
    expect(artifactsIn(options)).toEqual([]);
  });

  it('no token at all', async () => {
    const { renderings, notes } = await renderWith(createOptions({ token: undefined }), ['a']);
    expect(renderings).toEqual([createRendering('a')]);
    expect(notes).toEqual([expect.stringContaining('requires a token')]);
  });

  it('a server that is down', async () => {
    const { url, stop } = await startServer(() => {});
    await stop();
    expect(await renderWith(createOptions({ url }), texts, folders)).toEqual({
      missed: texts,
      renderings,
      notes: [`The remote cache at ${url} does not answer (ECONNREFUSED). This build continues without it.`],
    });
  });

  it('a server that never answers, or never ends', async () => {
    let requests = 0;
    const silent = await startServer(() => {
      requests += 1;
    });
    const endless = await startServer((_, response) => {
      requests += 1;
      response.writeHead(200).write('more');
    });
    for (const { url, stop } of [silent, endless]) {
      requests = 0;
      const options = createOptions({ url, timeout: 200 });
      const { missed, notes } = await renderWith(options, texts, folders);
      expect(missed).toEqual(texts);
      expect(notes).toEqual([expect.stringContaining('does not answer within 0.2 seconds')]);
      // Those that were under way when the first one failed.
      expect(requests).toBeLessThanOrEqual(8);
      await stop();
    }
  });

  it('a server that answers in time, but takes too long for all', async () => {
    const slow = await startServer((_, response) => {
      setTimeout(() => response.writeHead(404).end(), 100);
    });
    const options = createOptions({ url: slow.url, patience: 300 });
    const { missed, notes } = await renderWith(options, texts, folders);
    expect(missed).toEqual(texts);
    expect(notes).toEqual([expect.stringContaining('is too slow to be useful')]);
    await slow.stop();
  });

  it('a server that breaks down', async () => {
    const { url, stop } = await startServer((_, response) => response.writeHead(503).end());
    expect(await renderWith(createOptions({ url }), texts, folders)).toMatchObject({
      renderings,
      notes: [expect.stringContaining('answers with status 503')],
    });
    await stop();
  });

  it('a server that takes nothing is still asked', async () => {
    const strict = await startRemoteServer(createTemporaryFolder(), { READ_ONLY: 'true' });
    onTestFinished(strict.stop);
    expect(await renderWith(createOptions({ url: strict.url }), texts, folders)).toEqual({
      missed: texts,
      renderings,
      notes: ['The remote cache rejected what this build rendered (status 403).'],
    });
  });
});

describe('an artefact that is not as it was sent', () => {
  const damages: Readonly<Record<string, (artifact: Buffer) => Buffer>> = {
    'is empty': () => Buffer.alloc(0),
    'is cut off': (artifact) => artifact.subarray(0, -5),
    'is not packed': (artifact) => gunzipSync(artifact),
    'is another text': () => gzipSync('another text'),
    'has another byte': (artifact) =>
      gzipSync(gunzipSync(artifact).toString('latin1').replace('<p id', '<b id')),
    'grows beyond measure': () => gzipSync(Buffer.alloc(100 * 1024 ** 2)),
  };

  it.each(Object.keys(damages))('%s: is not used, and mended', async (name) => {
    const options = createOptions();
    await renderWith(options, ['a']);
    for (const file of artifactsIn(options))
      writeFileSync(file, damages[name]?.(readFileSync(file)) ?? Buffer.alloc(0));
    expect(await renderWith(options, ['a'])).toEqual({
      missed: ['a'],
      renderings: [createRendering('a')],
      notes: [],
    });
    expect((await renderWith(options, ['a'])).missed).toEqual([]);
  });
});

describe('with a signature key', () => {
  const createSigned = (signatureKey = 'a key', team?: string) =>
    createOptions({ url: signing.url, signatureKey, ...(team === undefined ? {} : { team }) });

  it('uses what the same key has signed', async () => {
    const options = createSigned();
    await renderWith(options, ['a']);
    expect(await renderWith(options, ['a'])).toMatchObject({ missed: [], notes: [] });
  });

  it('does not use what another key has signed, and says so once', async () => {
    const options = createSigned();
    await renderWith(options, ['a', 'b'], ['x', 'y']);
    const other = createSigned('another key', options.remote.team);
    const { missed, notes } = await renderWith(reading(other), ['a', 'b'], ['x', 'y']);
    expect(missed).toEqual(['a', 'b']);
    expect(notes).toEqual([expect.stringContaining('that was not signed with this key')]);
  });

  it('does not use what was changed or exchanged on the server, though it is a sound pack', async () => {
    const options = createSigned();
    await renderWith(options, ['a', 'b'], ['x', 'y']);
    const files = artifactsIn(options, signing);
    const bytes = files.map((file) => [readFileSync(file), readFileSync(`${file}.tag`)] as const);
    // Every file with the bytes and the signature of the next one.
    for (const [at, file] of files.entries()) {
      const [body = '', tag = ''] = bytes[(at + 1) % files.length] ?? [];
      writeFileSync(file, body);
      writeFileSync(`${file}.tag`, tag);
    }
    const { missed, notes } = await renderWith(reading(options), ['a', 'b'], ['x', 'y']);
    expect(missed).toEqual(['a', 'b']);
    expect(notes).toHaveLength(1);
  });

  it('does not use what nobody has signed, and signs it', async () => {
    const forgetful = createOptions();
    await renderWith(forgetful, ['a']);
    const signed = { ...forgetful, remote: { ...forgetful.remote, signatureKey: 'a key' } };
    const { missed, notes } = await renderWith(signed, ['a']);
    expect(missed).toEqual(['a']);
    expect(notes).toEqual([expect.stringContaining('that was not signed with this key')]);
    const options = createSigned();
    const { signatureKey: _, ...unsigned } = options.remote;
    await renderWith({ ...options, remote: unsigned }, ['a']);
    expect((await renderWith(options, ['a'])).missed).toEqual(['a']);
    expect((await renderWith(options, ['a'])).missed).toEqual([]);
  });
});
