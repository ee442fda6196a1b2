import type { PagefindIndex } from 'pagefind';
import type { Diagnostic, Result } from '../diagnostics/index.ts';

/** Pagefind's program, ready to make indexes. The only place that knows it. */
export interface Indexer {
  /** Files of the index of some pages by their names. Same pages in the same order, same files. */
  createIndex(language: string, pages: Iterable<IndexPage>): Promise<ReadonlyMap<string, Uint8Array>>;
  close(): Promise<void>;
}

export interface IndexPage {
  /** Comes back in the page's fragment; not searched. */
  readonly url: string;
  readonly html: string;
}

/**
 * Places of words in one file of the index. Pagefind's own 20,000 make files of 30 KB on a large site, and every word of
 * a query needs one or two. With smaller ones the list of them grows, which every reader loads.
 */
const CHUNK_SIZE = '1000';
const CHUNK_VARIABLE = 'PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE';

/** Pages on their way at once: enough to keep the program busy, not all of them in memory. */
const BATCH = 64;

/** Starts the program; undefined, and a warning, where npm has none for this system. */
export async function openIndexer(): Promise<Result<Indexer | undefined>> {
  const { createIndex, close } = await import('pagefind');
  const open = async (language: string): Promise<PagefindIndex> => {
    const { index, errors } = await createIndex({ forceLanguage: language });
    if (index === undefined) throw new Error(`Pagefind: ${errors.join(' ')}`);
    return index;
  };
  try {
    await withVariable(CHUNK_VARIABLE, CHUNK_SIZE, async () => (await open('en')).deleteIndex());
  } catch {
    await close();
    return { value: undefined, diagnostics: [MISSING] };
  }
  const indexer: Indexer = {
    async createIndex(language, pages) {
      const index = await open(language);
      await addPages(index, pages);
      const { files } = await index.getFiles();
      await index.deleteIndex();
      return new Map(files.map(({ path, content }) => [path, content]));
    },
    async close() {
      await close();
    },
  };
  return { value: indexer, diagnostics: [] };
}

const MISSING: Diagnostic = {
  code: 'search/no-indexer',
  severity: 'warning',
  message: `Pagefind has no program for ${process.platform}-${process.arch}, so the site has no search.`,
  hint: "It is one of npm's optional packages: run 'npm ci' without --omit=optional, or build with --no-search.",
  place: { file: 'data/site.yml', line: 1, column: 1 },
  via: [],
  versions: [],
  languages: [],
};

async function addPages(index: PagefindIndex, pages: Iterable<IndexPage>): Promise<void> {
  let batch: Promise<unknown>[] = [];
  for (const { url, html } of pages) {
    batch.push(index.addHTMLFile({ url, content: html }));
    if (batch.length < BATCH) continue;
    await Promise.all(batch);
    batch = [];
  }
  await Promise.all(batch);
}

/** The program reads its environment when it starts, and is told the size of its files in no other way. */
async function withVariable<T>(name: string, value: string, run: () => Promise<T>): Promise<T> {
  const before = process.env[name];
  process.env[name] = value;
  try {
    return await run();
  } finally {
    if (before === undefined) delete process.env[name];
    else process.env[name] = before;
  }
}
