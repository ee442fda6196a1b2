import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Indexer, openIndexer, writeSearch } from '../../src/search/index.ts';
import { fc } from '../property.ts';
import { makeCatalog, type Shelf, VERSIONS } from './make-catalog.ts';
import { openFiles } from './open-site.ts';

let indexer: Indexer;
beforeAll(async () => {
  const { value } = await openIndexer();
  if (value === undefined) throw new Error('Pagefind has no program for this system.');
  indexer = value;
});
afterAll(() => indexer.close());

type Files = Map<string, string | Uint8Array>;

async function index(shelf: Shelf): Promise<Files> {
  const files: Files = new Map();
  const write = async (name: string, content: string | Uint8Array | Iterable<string>) => {
    files.set(name, content as string | Uint8Array);
  };
  await writeSearch([makeCatalog(shelf)], { indexer, folder: { write } });
  return files;
}

/** The index of all articles in parts, as that of a large site is. */
async function indexParts(shelves: readonly Shelf[], id: string): Promise<Files> {
  const folder = `search/en/${id}/index.json`;
  const parts = await Promise.all(shelves.map(index));
  const told = parts.flatMap((files) => {
    const settings = files.get(folder);
    return settings === undefined ? [] : [JSON.parse(String(settings))];
  });
  const joined: Files = new Map(parts.flatMap((files) => [...files]));
  joined.set(folder, JSON.stringify({ ...told[0], bundles: told.flatMap(({ bundles }) => bundles) }));
  return joined;
}

const PATHS = ['a', 'b', 'c', 'd', 'e', 'f'];
/** Some begin with others, some are alike but for their endings. */
const word = fc.constantFrom(
  ...[
    'code',
    'codebook',
    'codeowner',
    'codeowners',
    'codeownership',
    'owner',
    'happy',
    'happily',
    'happen',
    'set',
  ],
  ...['settings', 'teapot', 'teapots', 'team', 'library', 'libraries', 'café', '茶器', '茶葉'],
);
const text = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
const shelves = fc.dictionary(
  fc.constantFrom(...PATHS),
  fc.dictionary(fc.constantFrom(...VERSIONS), fc.tuple(text, text), { minKeys: 1 }),
  { minKeys: 2 },
) as fc.Arbitrary<Shelf>;
/** Words that stand in all parts, in some, or nowhere. */
const query = fc
  .array(
    fc.oneof(word, fc.constantFrom('codeow', 'codeownerless', 'teapotted', 'settings.xml', 'kettle', '茶')),
    {
      minLength: 1,
      maxLength: 2,
    },
  )
  .map((words) => words.join(' '));

test('an index in parts answers as one of all articles, whatever was asked before', {
  timeout: 300_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      shelves,
      fc.constantFrom(...VERSIONS),
      fc.array(query, { minLength: 2, maxLength: 6 }),
      fc.array(fc.nat(2), { minLength: PATHS.length, maxLength: PATHS.length }),
      async (shelf, id, queries, places) => {
        const parts = [0, 1, 2].map((part) =>
          Object.fromEntries(Object.entries(shelf).filter(([path]) => places[PATHS.indexOf(path)] === part)),
        );
        const [whole, joined] = [await index(shelf), await indexParts(parts, id)];
        if (!whole.has(`search/en/${id}/index.json`)) return;
        const site = await openFiles(joined, `search/en/${id}`);
        for (const each of queries) {
          const alone = await openFiles(whole, `search/en/${id}`);
          const [answer, expected] = [await site.search(each, 0, 10), await alone.search(each, 0, 10)];
          expect({ each, ...sort(answer) }).toEqual({ each, ...sort(expected) });
        }
      },
    ),
    { numRuns: 8 },
  );
});

/** Articles that are as good as each other come in any order. */
function sort<T extends { readonly results: readonly { readonly href: string }[] }>(answer: T): T {
  return { ...answer, results: [...answer.results].sort((a, b) => (a.href < b.href ? -1 : 1)) };
}

const pages = (...texts: readonly string[]) =>
  Object.fromEntries(texts.map((each, at) => [`${at}/${each}`, { cloud: [each, each] }] as const));

test('an unknown word is taken for the longest one of all parts that it begins with', async () => {
  const files = await indexParts([pages('code', 'tea'), pages('codeowner'), pages('codeownership')], 'cloud');
  const site = await openFiles(files, 'search/en/cloud');
  const find = async (each: string) =>
    (await site.search(each, 0, 10)).results.map(({ title }) => title.join(''));
  expect(await find('code')).toHaveLength(3);
  expect((await find('codeowners')).sort()).toEqual(['codeowner', 'codeownership']);
  expect(await find('codeownerless')).toEqual(['codeowner']);
  expect(await find('codebase')).toEqual(['code']);
  expect(await find('teapot')).toEqual([]);
});
