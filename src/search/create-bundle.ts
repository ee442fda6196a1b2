import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { formatArticle } from './format-article.ts';
import { type CutText, countWords, formatRecord, type WordCounts } from './format-record.ts';
import type { Indexer, IndexPage } from './pagefind.ts';
import type { SearchFile, SearchGroup } from './types.ts';

/** The index of one version and language. */
export interface Bundle {
  /** Relative to the folder of the bundle. All have a hash of their content in their names. */
  readonly files: readonly SearchFile[];
  /** Name of the file that lists the others. */
  readonly meta: string;
  /** The program that searches it, packed; the same for every bundle of a language. */
  readonly engine: SearchFile;
  /** Words that almost every article has, and those that many have. */
  readonly common: readonly string[];
  readonly frequent: readonly string[];
  /** How many can be found. */
  readonly pages: number;
}

/** Has Pagefind index the records of a group, at least one, and takes of its files what the reader's engine needs. */
export async function createBundle(
  { language, records }: Pick<SearchGroup, 'language' | 'records'>,
  indexer: Indexer,
  cutText: CutText,
): Promise<Bundle> {
  const articles = new Map<string, Uint8Array>();
  const counts = countWords(records, cutText);
  const plain = new Set(listBetween(counts, PLAIN_SHARE, 1));
  const made = await indexer.createIndex(findStemmer(language), listPages());
  const { meta, engine } = readEntry(made);
  const files = [...made.keys()].filter((path) => /\.pf_(?:index|meta|fragment)$/.test(path)).sort();
  return {
    files: files.map((output) => ({ output, content: findContent(output) })),
    meta,
    engine: { output: engine, content: take(made, engine) },
    common: listBetween(counts, COMMON_SHARE, 1),
    frequent: listBetween(counts, FREQUENT_SHARE, COMMON_SHARE),
    pages: articles.size,
  };

  function* listPages(): Generator<IndexPage> {
    for (const record of records) {
      const { html, starts } = formatRecord(record, cutText, plain);
      const article = formatArticle(record, starts);
      const url = `/${createHash('sha256').update(article).digest('hex')}`;
      articles.set(url, article);
      yield { url, html };
    }
  }

  /** A fragment of Pagefind has the words that were indexed; the article's own text takes their place. */
  function findContent(output: string): Uint8Array {
    const content = take(made, output);
    return output.endsWith('.pf_fragment') ? take(articles, readFragment(content).url) : content;
  }
}

/**
 * The language by which words lose their endings. Those written without spaces are cut by us, not by Pagefind, whose
 * program for the browser cuts otherwise than its indexer; the English words among them keep English endings.
 */
function findStemmer(language: string): string {
  const [code = language] = language.split('-');
  return ['ja', 'zh', 'ko', 'th', 'lo', 'km', 'my'].includes(code) ? 'en' : code;
}

function readEntry(made: ReadonlyMap<string, Uint8Array>): {
  readonly meta: string;
  readonly engine: string;
} {
  const { languages } = readJson(take(made, 'pagefind-entry.json')) as PagefindEntry;
  const [language] = Object.values(languages);
  if (language === undefined) throw new Error('Pagefind made no index.');
  return { meta: `pagefind.${language.hash}.pf_meta`, engine: `wasm.${language.wasm ?? 'unknown'}.pagefind` };
}

interface PagefindEntry {
  readonly languages: Readonly<Record<string, { readonly hash: string; readonly wasm: string | null }>>;
}

/** What Pagefind packs begins with a mark of its own. */
function readFragment(content: Uint8Array): { readonly url: string } {
  const unpacked = gunzipSync(content);
  return readJson(unpacked.subarray(unpacked.indexOf('{'))) as { readonly url: string };
}

function readJson(content: Uint8Array): unknown {
  return JSON.parse(Buffer.from(content).toString());
}

function take<T>(made: ReadonlyMap<string, T>, key: string): T {
  const value = made.get(key);
  if (value === undefined) throw new Error(`Pagefind made no ${key}.`);
  return value;
}

/** A word that so many of the articles have finds nothing, and is dear to ask for: the index lists where it stands. */
const COMMON_SHARE = 0.8;
/** One that so many have finds little beside rarer ones. */
const FREQUENT_SHARE = 0.4;
/** Where a word stands in the text of an article says little of the article if so many have it. */
const PLAIN_SHARE = 0.1;
/** An index of fewer articles is so small that no word is dear. */
const LARGE = 200;

/** The words that more than a share of the articles have, up to another. */
function listBetween({ records, having }: WordCounts, least: number, most: number): readonly string[] {
  if (records < LARGE) return [];
  return [...having]
    .filter(([, count]) => count > records * least && count <= records * most)
    .map(([word]) => word)
    .sort();
}
