import { type CborValue, createCborWriter, decodeCbor } from './cbor.ts';
import { formatArticle } from './format-article.ts';
import { createWordNamer, cutRecord, formatRecord, listWritten } from './format-record.ts';
import type { TextCutter } from './load-cutter.ts';
import { unpackFile } from './pack.ts';
import { type Indexer, type IndexPage, PAGEFIND_MARK } from './pagefind.ts';
import type { IndexedRecord, SearchRecord } from './types.ts';

/** What is needed to index records. */
export interface RecordTools {
  readonly language: string;
  readonly indexer: Indexer;
  readonly cutter: TextCutter;
}

/** Records as they were indexed, in their order. */
export interface IndexedRecords {
  readonly records: readonly IndexedRecord[];
  /** Pagefind's version, filters, orders and fields: all that its list says beside pages and pieces. JSON. */
  readonly form: string;
  /** The program that searches them, packed. */
  readonly program: Uint8Array;
}

/**
 * Has Pagefind index records, and takes its index apart: what it makes of one record does not depend on the others, so that
 * records which stay as they are need not be indexed again.
 */
export async function indexRecords(
  records: readonly SearchRecord[],
  { language, indexer, cutter }: RecordTools,
): Promise<IndexedRecords> {
  const { cutText, cutQuery } = cutter;
  const nameWord = createWordNamer();
  const told: Omit<IndexedRecord, 'count' | 'words' | 'ends' | 'places'>[] = [];
  const made = await indexer.createIndex(language, listPages());
  const { meta, program } = readEntry(made);
  const [form, pages, pieces, ...rest] = unpack(take(made, meta)) as PagefindList;
  // Pagefind tells which record a page of its list is by the address that it was given.
  const numbers = pages.map(([name]) => readNumber(take(made, `fragment/${name}.pf_fragment`)));
  const tables = told.map(() => createTable());
  for (const [, , name] of pieces) {
    const [words] = unpack(take(made, `index/${name}.pf_index`)) as [readonly IndexedWord[]];
    for (const [word, places, spellings] of words) {
      add(word, places);
      for (const [spelling, found] of spellings) add(`${word} ${spelling}`, found);
    }
  }
  const counts = new Map(numbers.map((number, page) => [number, pages[page]?.[1] ?? 0]));
  return {
    records: told.map((record, at) => ({
      ...record,
      count: counts.get(at) ?? 0,
      ...tables[at]?.close(),
    })) as IndexedRecord[],
    form: JSON.stringify([form, ...rest]),
    program: take(made, program),
  };

  function* listPages(): Generator<IndexPage> {
    for (const [at, record] of records.entries()) {
      const cut = cutRecord(record, cutText);
      const { html, starts } = formatRecord(cut, nameWord);
      told.push({
        titleLength: cutQuery(record.title).terms.length,
        product: record.trail[0] ?? '',
        written: listWritten(cut, nameWord),
        article: formatArticle(record, starts),
      });
      yield { url: `/${at}`, html };
    }
  }

  function add(word: string, places: readonly Places[]): void {
    let page = 0;
    for (const [step, body, fields] of places) {
      page += step;
      tables[numbers[page] ?? -1]?.add(word, body, fields);
    }
  }
}

/** The list names pages (name, number of words) and pieces (first word, last word, name). */
type PagefindList = [
  form: string,
  pages: [name: string, words: number][],
  pieces: [from: string, to: string, name: string][],
  ...rest: CborValue[],
];
/** A word with the places where it stands, and other spellings of it. */
type IndexedWord = readonly [
  word: string,
  places: readonly Places[],
  spellings: readonly (readonly [form: string, places: readonly Places[]])[],
];
/** Places in one record. Numbers of records are told as steps from that of the one before. */
type Places = readonly [step: number, body: readonly number[], fields: readonly number[]];

function createTable() {
  const words: string[] = [];
  const ends: number[] = [];
  const writer = createCborWriter();
  return {
    add(word: string, body: readonly number[], fields: readonly number[]): void {
      words.push(word);
      writer.writeNumbers(body);
      writer.writeNumbers(fields);
      ends.push(writer.length);
    },
    close: () => ({
      words: words.join('\n'),
      ends: Uint32Array.from(ends),
      places: Uint8Array.from(writer.view(0, writer.length)),
    }),
  };
}

const SIGNATURE = PAGEFIND_MARK.length;

function unpack(packed: Uint8Array): CborValue | undefined {
  return decodeCbor(unpackFile(packed).subarray(SIGNATURE))[0];
}

function readEntry(made: ReadonlyMap<string, Uint8Array>): {
  readonly meta: string;
  readonly program: string;
} {
  const { languages } = readJson(take(made, 'pagefind-entry.json')) as PagefindEntry;
  const [language] = Object.values(languages);
  if (language === undefined) throw new Error('Pagefind created no index.');
  return {
    meta: `pagefind.${language.hash}.pf_meta`,
    program: `wasm.${language.wasm ?? 'unknown'}.pagefind`,
  };
}

interface PagefindEntry {
  readonly languages: Readonly<Record<string, { readonly hash: string; readonly wasm: string | null }>>;
}

/** A fragment of Pagefind has the address of its page, which here is a number. What it packs begins with a mark of its own. */
function readNumber(fragment: Uint8Array): number {
  const unpacked = unpackFile(fragment);
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
