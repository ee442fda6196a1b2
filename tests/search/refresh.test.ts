import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type Indexer,
  type KeptTexts,
  openIndexer,
  refreshSearch,
  type SearchDrawer,
  writeSearch,
} from '../../src/search/index.ts';
import { fc } from '../property.ts';
import { makeCatalog, makePage, type Shelf, VERSIONS } from './make-catalog.ts';
import { openFiles } from './open-site.ts';

let indexer: Indexer;
beforeAll(async () => {
  const { value } = await openIndexer();
  if (value === undefined) throw new Error('Pagefind has no program for this system.');
  indexer = value;
});
afterAll(() => indexer.close());

type Files = Map<string, string | Uint8Array>;

function openFolder(files: Files) {
  return {
    write: async (name: string, content: string | Uint8Array | Iterable<string>) => {
      files.set(name, content as string | Uint8Array);
    },
    remove: (name: string) => void files.delete(name),
  };
}

function openDrawer(): SearchDrawer {
  const kept = new Map<string, { readonly signature: string; readonly texts: KeptTexts }>();
  return {
    read: async (name, signature) =>
      kept.get(name)?.signature === signature ? kept.get(name)?.texts : undefined,
    write: async (name, signature, texts) => void kept.set(name, { signature, texts }),
  };
}

async function index(shelf: Shelf, drawer?: SearchDrawer, versions?: readonly string[]) {
  const files: Files = new Map();
  const folder = openFolder(files);
  const kept = await writeSearch([makeCatalog(shelf, versions)], { indexer, folder, drawer });
  return { files, kept };
}

/** Indexes what differs between two shelves. */
async function refresh(before: Shelf, after: Shelf, program: Indexer = indexer) {
  const drawer = openDrawer();
  const { files, kept } = await index(before, drawer);
  const changed: [string, string][] = [];
  const gone: [string, string][] = [];
  for (const path of new Set([...Object.keys(before), ...Object.keys(after)]))
    for (const id of VERSIONS) {
      const [old, now] = [before[path]?.[id], after[path]?.[id]];
      if (now === undefined && old !== undefined) gone.push([path, id]);
      else if (JSON.stringify(old) !== JSON.stringify(now)) changed.push([path, id]);
    }
  const only = Object.fromEntries(changed.map(([path]) => [path, {} as Record<string, [string, string]>]));
  for (const [path, id] of changed) Object.assign(only[path] ?? {}, { [id]: after[path]?.[id] });
  const refreshed = await refreshSearch(
    {
      catalogs: [makeCatalog(only)],
      pages: changed.map(([path, id]) => makePage(path, id)),
      gone: gone.map(([path, id]) => makePage(path, id)),
    },
    kept,
    { indexer: program, drawer, folder: openFolder(files) },
  );
  return { files, kept: refreshed };
}

const words = fc.constantFrom('kettle', 'teapot', 'green tea', 'black tea', 'cups', 'saucers of tea', 'café');
const said = fc.tuple(words, words);
const shelves = fc.dictionary(
  fc.constantFrom('a', 'b', 'c/d', 'c/e'),
  fc.dictionary(fc.constantFrom(...VERSIONS), said, { minKeys: 1 }),
  { minKeys: 1 },
) as fc.Arbitrary<Shelf>;

test('an index that was refreshed is that of all texts', { timeout: 300_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(shelves, shelves, async (before, after) => {
      const part = await refresh(before, after);
      const whole = await index(after);
      expect(part.kept).toEqual(whole.kept);
      expect([...part.files.keys()].sort()).toEqual([...whole.files.keys()].sort());
      expect(part.files).toEqual(whole.files);
    }),
    { numRuns: 8 },
  );
});

test('only texts that are new are indexed again', async () => {
  const indexed: string[] = [];
  const program: Indexer = {
    ...indexer,
    createIndex(language, pages) {
      const list = [...pages];
      indexed.push(...list.map(({ html }) => html));
      return indexer.createIndex(language, list);
    },
  };
  const before: Shelf = {
    a: { cloud: ['Tea', 'green'], 'server@1': ['Tea', 'black'] },
    b: { cloud: ['Cups', 'white'] },
    c: { cloud: ['Kettles', 'copper'] },
  };
  const after: Shelf = {
    a: { cloud: ['Tea', 'black'], 'server@1': ['Tea', 'black'] },
    b: { cloud: ['Cups', 'blue'] },
  };
  const part = await refresh(before, after, program);
  expect(indexed).toEqual([expect.stringContaining('blue')]);
  expect(part.files).toEqual((await index(after)).files);
});

test('where articles come, they are divided into more bundles', async () => {
  const many = (count: number): Shelf =>
    Object.fromEntries(
      Array.from({ length: count }, (_, at) => [`a/${at}`, { cloud: [`Cup ${at}`, 'tea'] } as const]),
    );
  const [before, after] = [many(349), many(352)];
  const whole = await index(after);
  expect(whole.kept[0]?.count).toBeGreaterThan(1);
  const part = await refresh(before, after);
  expect(part.kept).toEqual(whole.kept);
  expect(part.files).toEqual(whole.files);
});

test('without the texts of a bundle nothing is refreshed', async () => {
  const { files, kept } = await index({ a: { cloud: ['Tea', 'green'] } });
  const changed = { catalogs: [makeCatalog({ a: { cloud: ['Tea', 'black'] } })], gone: [] };
  const tools = { indexer, drawer: openDrawer(), folder: openFolder(files) };
  const pages = [makePage('a', 'cloud')];
  expect(await refreshSearch({ ...changed, pages }, kept, tools)).toBeUndefined();
});

test('a version finds what an index of it alone would find', { timeout: 300_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(shelves, fc.constantFrom(...VERSIONS), said, async (shelf, id, query) => {
      const [shared, alone] = [await index(shelf), await index(shelf, undefined, [id])];
      if (!alone.files.has(`search/en/${id}/index.json`)) {
        expect(shared.files.has(`search/en/${id}/index.json`)).toBe(false);
        return;
      }
      const [one, other] = await Promise.all(
        [shared, alone].map(({ files }) => openFiles(files, `search/en/${id}`)),
      );
      for (const text of [...query, query.join(' '), 'tea', 'caf'])
        expect(await one?.search(text, 0, 10)).toEqual(await other?.search(text, 0, 10));
    }),
    { numRuns: 20 },
  );
});
