import { createHash } from 'node:crypto';
import { divideTexts } from './divide-articles.ts';
import { type DividedIndex, divideIndex } from './divide-index.ts';
import { formatKnownWords } from './format-known-words.ts';
import { indexRecords } from './index-records.ts';
import { joinRecords, LARGE } from './join-records.ts';
import type { TextCutter } from './load-cutter.ts';
import type { Indexer } from './pagefind.ts';
import type {
  IndexedEntries,
  IndexedEntry,
  KeptBundle,
  PackedPieces,
  SearchEntries,
  SearchEntry,
  SearchFile,
} from './types.ts';

/** The index of some articles of a language, in all versions. Files are relative to the folder of what they belong to. */
export interface Bundle extends Pick<KeptBundle, 'common' | 'frequent' | 'pages'> {
  readonly entries: IndexedEntries;
  /** What results show, one file for each text, in some folders. */
  readonly texts: readonly (readonly SearchFile[])[];
  readonly words: readonly SearchFile[];
  /** By id of a version, what is searched. */
  readonly indexes: ReadonlyMap<string, UndividedIndex>;
  readonly engine: SearchEngine;
}

export interface UndividedIndex {
  /** A hash of all that it is made of. */
  readonly signature: string;
  divide(packed?: PackedPieces): DividedIndex;
}

/** What searches a bundle. */
export interface SearchEngine extends Pick<KeptBundle, 'engine' | 'form'> {
  /** The program, packed; undefined where it was written before. */
  readonly program?: Uint8Array;
}

/** What `create-bundle` is to index. */
export interface BundleRequest {
  readonly language: string;
  /** At least one, in the order in which they are to be indexed. */
  readonly entries: SearchEntries;
  /** Of an index that some of the entries have been in. */
  readonly engine?: SearchEngine | undefined;
  readonly indexer: Indexer;
  readonly cutter: TextCutter;
}

/** Has Pagefind index the texts of some articles, as far as they are new, and makes of all what the reader's engine needs. */
export async function createBundle(request: BundleRequest): Promise<Bundle> {
  const { entries, engine } = await indexEntries(request);
  const texts = divideTexts(entries);
  const all = texts.flat();
  const counts = countWords(all);
  const whole = joinRecords(all.map(({ indexed }) => indexed));
  // An index of a few texts is so small that no word is dear.
  const isLarge = all.length >= LARGE;
  return {
    entries,
    engine,
    common: isLarge ? listBetween(counts, all.length, COMMON_SHARE, 1) : [],
    frequent: isLarge ? listBetween(counts, all.length, FREQUENT_SHARE, COMMON_SHARE) : [],
    pages: all.reduce((sum, { versions }) => sum + versions.length, 0),
    texts: texts.map((own) => nameFiles(own.map(({ indexed }) => indexed.article))),
    words: nameFiles([formatKnownWords(counts)]),
    indexes: new Map(
      [...listMembers(all)].map(([id, own]) => {
        const signature = sign(
          whole.plain,
          own.map((at) => [at, all[at]?.key]),
        );
        return [id, { signature, divide: (packed) => divideIndex(whole, own, engine.form, packed) }];
      }),
    ),
  };
}

async function indexEntries({
  language,
  entries,
  engine,
  indexer,
  cutter,
}: BundleRequest): Promise<{ readonly entries: IndexedEntries; readonly engine: SearchEngine }> {
  const records = [...entries.values()]
    .flat()
    .flatMap(({ indexed, record }) => (indexed || !record ? [] : [record]));
  if (records.length === 0 && engine !== undefined) return { entries: entries as IndexedEntries, engine };
  const made = await indexRecords(records, { language: findStemmer(language), indexer, cutter });
  const rest = [...made.records];
  const finish = ({ key, versions, indexed }: SearchEntry): IndexedEntry => {
    const own = indexed ?? rest.shift();
    if (own === undefined) throw new Error('Pagefind made fewer texts than it was given.');
    return { key, versions, indexed: own };
  };
  return {
    entries: new Map([...entries].map(([path, own]) => [path, own.map(finish)])),
    engine: { engine: nameProgram(language, made.program), form: made.form, program: made.program },
  };
}

/**
 * The language by which words lose their endings. Those written without spaces are cut by us, not by Pagefind, whose
 * program for the browser cuts otherwise than its indexer; the English words among them keep English endings.
 */
function findStemmer(language: string): string {
  const [code = language] = language.split('-');
  return ['ja', 'zh', 'ko', 'th', 'lo', 'km', 'my'].includes(code) ? 'en' : code;
}

/** `wasm.en.0a1b2c3d4e.pagefind`: all share it, so that a reader who changes the version has it already. */
function nameProgram(language: string, program: Uint8Array): string {
  return `wasm.${findStemmer(language)}.${createHash('sha256').update(program).digest('hex').slice(0, 10)}.pagefind`;
}

/** By version, the numbers of the texts that it shows. */
function listMembers(entries: readonly IndexedEntry[]): ReadonlyMap<string, readonly number[]> {
  const members = new Map<string, number[]>();
  for (const [at, { versions }] of entries.entries()) {
    for (const id of versions) {
      const own = members.get(id) ?? [];
      members.set(id, own);
      own.push(at);
    }
  }
  return members;
}

/** By their numbers. */
export function nameFiles(contents: Iterable<Uint8Array>): readonly SearchFile[] {
  return [...contents].map((content, at) => ({ output: String(at), content }));
}

function sign(...parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22);
}

/** A word that so many of the texts have finds nothing, and is dear to ask for: the index lists where it stands. */
const COMMON_SHARE = 0.8;
/** One that so many have finds little beside rarer ones. */
const FREQUENT_SHARE = 1 / 3;

/** In how many texts each word stands. */
function countWords(entries: readonly IndexedEntry[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { indexed } of entries)
    for (const word of indexed.written.split(' ')) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** The words that more than a share of the texts have, up to another. */
function listBetween(
  counts: ReadonlyMap<string, number>,
  texts: number,
  least: number,
  most: number,
): readonly string[] {
  return [...counts]
    .filter(([, count]) => count > texts * least && count <= texts * most)
    .map(([word]) => word)
    .sort();
}
