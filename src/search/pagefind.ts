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

/** What Pagefind puts before everything it packs. */
export const PAGEFIND_MARK = 'pagefind_dcd';

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
    await (await open('en')).deleteIndex();
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
