import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { divideIndex, readIndex } from './divide-index.ts';
import { formatArticle } from './format-article.ts';
import {
  type CutText,
  countWords,
  createWordNamer,
  cutRecord,
  formatRecord,
  type WordCounts,
} from './format-record.ts';
import type { Indexer, IndexPage } from './pagefind.ts';
import type { KeptBundle, SearchEntries, SearchFile } from './types.ts';

/** The index of some articles of a language, in all versions. Files are relative to the folder of what they belong to. */
export interface Bundle extends Pick<KeptBundle, 'common' | 'frequent' | 'pages' | 'engine'> {
  /** What results show, one file for each text. */
  readonly texts: readonly SearchFile[];
  /** By id of a version, what is searched. */
  readonly indexes: ReadonlyMap<string, readonly SearchFile[]>;
  /** The program that searches, packed; the same for every bundle of a language. */
  readonly program: Uint8Array;
}

/** What `create-bundle` is to index. */
export interface BundleRequest {
  readonly language: string;
  /** At least one, in the order in which they are to be indexed. */
  readonly entries: SearchEntries;
  readonly indexer: Indexer;
  readonly cutText: CutText;
}

/** Has Pagefind index the texts of some articles, and takes of its files what the reader's engine needs. */
export async function createBundle({
  language,
  entries: articles,
  indexer,
  cutText,
}: BundleRequest): Promise<Bundle> {
  const entries = [...articles.values()].flat();
  const texts: Uint8Array[] = [];
  const nameWord = createWordNamer();
  const cut = entries.map(({ record }) => cutRecord(record, cutText));
  const counts = countWords(cut, nameWord);
  const plain = new Set(listBetween(counts, PLAIN_SHARE, 1));
  const made = await indexer.createIndex(findStemmer(language), listPages());
  const { meta, program } = readEntry(made);
  const whole = readIndex(take(made, meta), (name) => take(made, `index/${name}.pf_index`));
  // Pagefind tells which of the texts a page of its list is by the address that it was given.
  const numbers = whole.names.map((name) => readNumber(take(made, `fragment/${name}.pf_fragment`)));
  const members = listMembers(numbers.map((at) => entries[at]?.versions ?? []));
  return {
    common: listBetween(counts, COMMON_SHARE, 1),
    frequent: listBetween(counts, FREQUENT_SHARE, COMMON_SHARE),
    pages: entries.reduce((sum, { versions }) => sum + versions.length, 0),
    texts: nameFiles(numbers.map((at) => texts[at] ?? EMPTY)),
    indexes: new Map(
      [...members].map(([id, own]) => {
        const { list, pieces } = divideIndex(whole, own);
        return [id, [{ output: 'list', content: list }, ...nameFiles(pieces)]];
      }),
    ),
    engine: nameProgram(language, program),
    program,
  };

  function* listPages(): Generator<IndexPage> {
    for (const [at, { record }] of entries.entries()) {
      const { html, starts } = formatRecord(cut[at] ?? cutRecord(record, cutText), nameWord, plain);
      texts.push(formatArticle(record, starts));
      yield { url: `/${at}`, html };
    }
  }
}

const EMPTY = new Uint8Array();

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
  readonly program: Uint8Array;
} {
  const { languages } = readJson(take(made, 'pagefind-entry.json')) as PagefindEntry;
  const [language] = Object.values(languages);
  if (language === undefined) throw new Error('Pagefind made no index.');
  return {
    meta: `pagefind.${language.hash}.pf_meta`,
    program: take(made, `wasm.${language.wasm ?? 'unknown'}.pagefind`),
  };
}

interface PagefindEntry {
  readonly languages: Readonly<Record<string, { readonly hash: string; readonly wasm: string | null }>>;
}

/** A fragment of Pagefind has the address of its page, which here is a number. What it packs begins with a mark of its own. */
function readNumber(fragment: Uint8Array): number {
  const unpacked = gunzipSync(fragment);
  const { url } = readJson(unpacked.subarray(unpacked.indexOf('{'))) as { readonly url: string };
  return Number(url.slice(1));
}

function readJson(content: Uint8Array): unknown {
  return JSON.parse(Buffer.from(content).toString());
}

function take<T>(made: ReadonlyMap<string, T>, key: string): T {
  const value = made.get(key);
  if (value === undefined) throw new Error(`Pagefind made no ${key}.`);
  return value;
}

/** By version, the numbers of the texts that it shows. */
function listMembers(versions: readonly (readonly string[])[]): ReadonlyMap<string, readonly number[]> {
  const members = new Map<string, number[]>();
  for (const [at, ids] of versions.entries()) {
    for (const id of ids) {
      const own = members.get(id) ?? [];
      members.set(id, own);
      own.push(at);
    }
  }
  return members;
}

/** By their numbers. */
function nameFiles(contents: readonly Uint8Array[]): readonly SearchFile[] {
  return contents.map((content, at) => ({ output: String(at), content }));
}

/** `wasm.en.0a1b2c3d4e.pagefind`: all share it, so that a reader who changes the version has it already. */
function nameProgram(language: string, program: Uint8Array): string {
  return `wasm.${findStemmer(language)}.${createHash('sha256').update(program).digest('hex').slice(0, 10)}.pagefind`;
}

/** A word that so many of the texts have finds nothing, and is dear to ask for: the index lists where it stands. */
const COMMON_SHARE = 0.8;
/** One that so many have finds little beside rarer ones. */
const FREQUENT_SHARE = 0.4;
/** Where a word stands in a text says little of it if so many have the word. */
const PLAIN_SHARE = 0.1;
/** An index of fewer texts is so small that no word is dear. */
const LARGE = 200;

/** The words that more than a share of the texts have, up to another. */
function listBetween({ records, having }: WordCounts, least: number, most: number): readonly string[] {
  if (records < LARGE) return [];
  return [...having]
    .filter(([, count]) => count > records * least && count <= records * most)
    .map(([word]) => word)
    .sort();
}
