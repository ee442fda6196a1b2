import { createCborWriter, decodeCbor } from './cbor.ts';
import type { IndexedRecord } from './types.ts';

/** The index of several records together. */
export interface JoinedIndex {
  readonly records: readonly IndexedRecord[];
  /** In the order of words; other spellings of a word come right behind it. */
  readonly words: readonly JoinedWord[];
  /** Words of which places were left out. */
  readonly plain: readonly string[];
  /** CBOR of places, of which words have stretches. */
  readonly places: Uint8Array;
}

/** A word, or another spelling of the word before. */
export interface JoinedWord {
  readonly word: string;
  readonly spelling: string | undefined;
  /** For each record that has it: its number, and the stretch of places. */
  readonly stretches: readonly number[];
}

/** Where a word stands in a text says little of it if so large a share of the texts have the word. */
const PLAIN_SHARE = 0.05;
/** In an index of fewer texts no word is dear. */
export const LARGE = 200;

/** Puts records together as if Pagefind had indexed them at once, but for places of frequent words that are not worth their bytes. */
export function joinRecords(records: readonly IndexedRecord[]): JoinedIndex {
  const most = records.length < LARGE ? records.length : records.length * PLAIN_SHARE;
  const plain: string[] = [];
  const writer = createCborWriter();
  const words = [...findStretches(records)]
    .sort(([one], [other]) => compareTexts(one, other))
    .map(([name, found]) => {
      const isPlain = found.length > most * 3;
      if (isPlain) plain.push(name);
      const [word = '', spelling] = name.split(' ');
      return { word, spelling, stretches: joinPlaces(found, isPlain) };
    });
  return {
    records,
    words,
    plain,
    places: writer.view(0, writer.length),
  };

  function joinPlaces(found: readonly number[], isPlain: boolean): readonly number[] {
    const stretches: number[] = [];
    for (let at = 0; at < found.length; at += 3) {
      const [number = 0, start = 0, end = 0] = [found[at], found[at + 1], found[at + 2]];
      const places = records[number]?.places ?? NONE;
      const before = writer.length;
      if (isPlain) {
        const [body, fields] = decodeCbor(places.subarray(start, end)) as [
          readonly number[],
          readonly number[],
        ];
        writer.writeNumbers(thin(body));
        writer.writeNumbers(fields);
      } else writer.copy(places, start, end);
      stretches.push(number, before, writer.length);
    }
    return stretches;
  }
}

const NONE = new Uint8Array();

/** By word, for each record that has it: its number, and the stretch of its places. */
function findStretches(records: readonly IndexedRecord[]): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const [number, { words, ends }] of records.entries()) {
    if (words === '') continue;
    let [start, at] = [0, 0];
    for (const word of words.split('\n')) {
      const end = ends[at] ?? start;
      const stretches = found.get(word);
      if (stretches === undefined) found.set(word, [number, start, end]);
      else stretches.push(number, start, end);
      [start, at] = [end, at + 1];
    }
  }
  return found;
}

/** What a word of plain text weighs. */
const TEXT = 24;

/** Of places in plain text the first. A number below zero is a weight, told by one less; then come places that have it, in steps. */
function thin(body: readonly number[]): readonly number[] {
  let isText = false;
  return body.filter((each, at) => {
    if (each < 0) isText = -1 - each <= TEXT;
    return each < 0 || !isText || (body[at - 1] ?? 0) < 0;
  });
}

/** As Pagefind orders words: by characters, of which JavaScript takes the latest ones by halves. */
function compareTexts(one: string, other: string): number {
  if (HALF.test(one) || HALF.test(other)) return Buffer.compare(Buffer.from(one), Buffer.from(other));
  return one < other ? -1 : 1;
}

const HALF = /[\ud800-\udfff]/;
