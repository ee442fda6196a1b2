import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type CacheOptions, openCache } from '../../src/cache/index.ts';
import { listFiles, readTree } from '../build/read-tree.ts';
import { createTemporaryFolder } from '../build/temporary-folder.ts';
import { createRendering, failed, renderWith } from './render-with.ts';

type FolderOptions = CacheOptions & { readonly dir: string };

function createOptions(): FolderOptions {
  return { dir: join(createTemporaryFolder(), 'cache'), mode: 'write' };
}

const packsIn = ({ dir }: FolderOptions) => listFiles(dir).map((file) => join(dir, file));
const sign = (body: string) =>
  `decant-pack ${createHash('sha256').update(body).digest('base64url')}\n${body}`;

describe('a cache in a folder', () => {
  it('gives another process what one has rendered, equal in every part', async () => {
    const options = createOptions();
    const first = await renderWith(options, ['a', 'b', 'a']);
    expect(first.missed).toEqual(['a', 'b']);
    const second = await renderWith(options, ['b', 'a', 'b']);
    expect(second.missed).toEqual([]);
    expect(second.renderings).toEqual(['b', 'a', 'b'].map(createRendering));
  });

  it('keeps texts of one folder of articles together and leaves the files of others alone', async () => {
    const options = createOptions();
    await renderWith(options, ['a', 'b', 'c'], ['en/x', 'en/y', 'en/x']);
    const before = readTree(options.dir);
    expect(before.size).toBe(2);
    const { missed } = await renderWith(options, ['a', 'b', 'd'], ['en/x', 'en/y', 'en/x']);
    expect(missed).toEqual(['d']);
    const changed = [...readTree(options.dir)].filter(([file, bytes]) => before.get(file) !== bytes);
    expect(changed).toHaveLength(1);
    // The text of before is still there: another branch may want it.
    expect((await renderWith(options, ['c'], ['en/x'])).missed).toEqual([]);
  });

  it('tells options apart', async () => {
    const options = createOptions();
    await renderWith(options, ['a']);
    const cache = openCache(async (texts) => texts.map(() => createRendering('trusted')), [options]);
    expect(await cache.renderMarkdown(['a'], { html: 'trusted' })).toEqual([createRendering('trusted')]);
    await cache.close();
  });

  it('does not keep what could not be rendered, for another machine may do it', async () => {
    const options = createOptions();
    await renderWith(options, ['fail', 'a']);
    const { missed, renderings } = await renderWith(options, ['fail', 'a']);
    expect(missed).toEqual(['fail']);
    expect(renderings).toEqual([failed, createRendering('a')]);
  });

  it('writes nothing in read mode, not even a folder', async () => {
    const options = createOptions();
    const reading = { ...options, mode: 'read' } as const;
    expect((await renderWith(reading, ['a'])).missed).toEqual(['a']);
    expect(() => statSync(options.dir)).toThrow();
    await renderWith(options, ['a']);
    const [pack = ''] = packsIn(options);
    utimesSync(pack, 1000, 1000);
    expect((await renderWith(reading, ['a', 'b'])).missed).toEqual(['b']);
    expect(statSync(pack).mtimeMs).toBe(1_000_000);
    expect((await renderWith(options, ['b'])).missed).toEqual(['b']);
  });

  it('works without its folder where there can be none, and says so once', async () => {
    const options = createOptions();
    mkdirSync(dirname(options.dir), { recursive: true });
    writeFileSync(options.dir, 'A file.');
    const { renderings, notes } = await renderWith(options, ['a', 'b'], ['x', 'y']);
    expect(renderings).toEqual(['a', 'b'].map(createRendering));
    expect(notes).toEqual([`Nothing can be written to the cache folder ${options.dir} (EEXIST).`]);
    expect(readFileSync(options.dir, 'utf8')).toBe('A file.');
  });

  it('drops what was used longest ago when it grows over its limit', async () => {
    const options = createOptions();
    await renderWith(options, ['old', 'new'], ['old', 'new']);
    await renderWith(options, ['old'], ['old']);
    const size = packsIn(options).reduce((sum, file) => sum + statSync(file).size, 0);
    for (const [at, file] of packsIn(options).entries()) utimesSync(file, 1000 + at, 1000 + at);
    await renderWith(options, ['new'], ['new']);
    await renderWith({ ...options, limit: size + 10 }, ['third'], ['third']);
    expect(packsIn(options)).toHaveLength(2);
    expect((await renderWith(options, ['new', 'third'], ['new', 'third'])).missed).toEqual([]);
    expect((await renderWith(options, ['old'], ['old'])).missed).toEqual(['old']);
  });

  it('forgets a text that its articles have not held for many changes', async () => {
    const options = createOptions();
    await renderWith(options, ['first']);
    for (let change = 0; change < 20; change += 1) await renderWith(options, [`text ${change}`]);
    expect((await renderWith({ ...options, mode: 'read' }, ['first'])).missed).toEqual([]);
    await renderWith(options, ['the last straw']);
    expect((await renderWith({ ...options, mode: 'read' }, ['first'])).missed).toEqual(['first']);
  });

  it('serves several builds at once', async () => {
    const options = createOptions();
    const texts = Array.from({ length: 40 }, (_, at) => `text ${at}`);
    const folders = texts.map((_, at) => `folder ${at % 5}`);
    await Promise.all(
      [0, 1, 2, 3].map((turn) => renderWith(options, texts.slice(turn * 5), folders.slice(turn * 5))),
    );
    const { renderings } = await renderWith(options, texts, folders);
    expect(renderings).toEqual(texts.map(createRendering));
    expect(packsIn(options).every((file) => file.endsWith('.pack'))).toBe(true);
    expect((await renderWith(options, texts, folders)).missed).toEqual([]);
  });
});

describe('a pack that is not as it was written', () => {
  const damages: Readonly<Record<string, (pack: string) => string>> = {
    'is empty': () => '',
    'is cut off': (pack) => pack.slice(0, -1),
    'has lost its end at a line': (pack) => pack.slice(0, pack.indexOf('\n') + 1),
    'has another byte': (pack) => pack.replace('<p id', '<b id'),
    'has more': (pack) => `${pack}more`,
    'is of another format': (pack) => pack.replace('decant-pack', 'decant-sack'),
    'is something else': () => '{"pieces":["<script>"]}',
    'has lines of another shape': () => sign('no line of ours\n'),
    'has lines without an end': () => sign('key 0 {}'),
    'holds no JSON': (pack) => resign(pack, () => '{"pieces":'),
    'holds a rendering with too few slots': (pack) =>
      resign(pack, (json) => JSON.stringify({ ...JSON.parse(json), slots: [] })),
    'holds a rendering without text': (pack) =>
      resign(pack, (json) => JSON.stringify({ ...JSON.parse(json), text: undefined })),
    'holds a rendering with other things in it': (pack) =>
      resign(pack, (json) => JSON.stringify({ ...JSON.parse(json), headings: [{ depth: 'two' }] })),
  };

  it.each(Object.keys(damages))('%s: is not used, and mended', async (name) => {
    const options = createOptions();
    await renderWith(options, ['a']);
    const [pack = ''] = packsIn(options);
    const sound = readFileSync(pack, 'utf8');
    writeFileSync(pack, damages[name]?.(sound) ?? '');
    const { missed, renderings } = await renderWith(options, ['a']);
    expect(missed).toEqual(['a']);
    expect(renderings).toEqual([createRendering('a')]);
    expect((await renderWith(options, ['a'])).missed).toEqual([]);
  });

  it('lies where that of another folder should: is not used', async () => {
    const options = createOptions();
    await renderWith(options, ['a', 'b'], ['one', 'two']);
    const [one = '', two = ''] = packsIn(options);
    const bytes = [one, two].map((file) => readFileSync(file));
    writeFileSync(one, bytes[1] ?? '');
    writeFileSync(two, bytes[0] ?? '');
    const { renderings } = await renderWith(options, ['a', 'b'], ['one', 'two']);
    expect(renderings).toEqual(['a', 'b'].map(createRendering));
  });

  it('is a folder: is not used', async () => {
    const options = createOptions();
    await renderWith(options, ['a']);
    const [pack = ''] = packsIn(options);
    rmSync(pack);
    mkdirSync(join(pack, 'inside'), { recursive: true });
    expect((await renderWith(options, ['a'])).renderings).toEqual([createRendering('a')]);
  });

  /** The same pack with other JSON in its line, and a checksum that fits. */
  function resign(pack: string, change: (json: string) => string): string {
    const [, key, age, json] = /^.*\n(\S+) (\S+) (.*)\n$/.exec(pack) ?? [];
    return sign(`${key} ${age} ${change(json ?? '')}\n`);
  }
});
