import { gunzipSync, gzipSync } from 'node:zlib';
import { type CborValue, decodeCbor, encodeCbor } from './cbor.ts';

/** An index of Pagefind for texts of several versions, to be divided. */
export interface WholeIndex {
  /** Of Pagefind's form of the list. */
  readonly form: string;
  /** How many words each text has. */
  readonly counts: readonly number[];
  /** Filters, orders and fields, as Pagefind lists them. */
  readonly rest: readonly CborValue[];
  /** In the order of words. */
  readonly words: readonly IndexedWord[];
  /** What Pagefind calls the text of each number. */
  readonly names: readonly string[];
}

/** A word with the places where it stands, and other spellings of it. */
type IndexedWord = readonly [word: string, places: readonly Places[], spellings: readonly Spelling[]];
type Spelling = readonly [form: string, places: readonly Places[]];
/** Places in one text. Numbers of texts are told as steps from that of the one before. */
type Places = readonly [step: number, body: readonly number[], fields: readonly number[]];

/** The index of one version. */
export interface DividedIndex {
  /** What `search-engine.js` makes Pagefind's list of again: packed JSON, in columns, with numbers for names of files. */
  readonly list: Uint8Array;
  /** Stretches of words, packed as Pagefind packs them. */
  readonly pieces: readonly Uint8Array[];
}

/** Pagefind puts these characters before everything it packs: pagefind_dcd. */
const SIGNATURE = 12;

/**
 * Places of words in one piece, at least. Every word of a query needs a piece or two of each bundle. With smaller ones the list of
 * them grows, which every reader loads.
 */
const PIECE = 150;

/** Reads what Pagefind has made. The list names pages (name, number of words) and pieces (first word, last word, name). */
export function readIndex(packedList: Uint8Array, readPiece: (name: string) => Uint8Array): WholeIndex {
  const [form, pages, pieces, ...rest] = unpack(packedList) as [
    string,
    [name: string, words: number][],
    [from: string, to: string, name: string][],
    ...CborValue[],
  ];
  return {
    form,
    counts: pages.map(([, words]) => words),
    rest,
    words: pieces.flatMap(([, , name]) => (unpack(readPiece(name)) as [IndexedWord[]])[0]),
    names: pages.map(([name]) => name),
  };
}

function unpack(packed: Uint8Array): CborValue {
  return decodeCbor(gunzipSync(packed).subarray(SIGNATURE));
}

/** The index of some of its texts alone, as Pagefind would have made it of these. */
export function divideIndex(
  { form, counts, rest, words }: WholeIndex,
  texts: readonly number[],
): DividedIndex {
  const numbers = new Map(texts.map((text, number) => [text, number]));
  const own = words.flatMap(([word, places, spellings]): readonly IndexedWord[] => {
    const kept = pick(places);
    const others = spellings.map(([spelling, found]): Spelling => [spelling, pick(found)]);
    const spelled = others.filter(([, found]) => found.length > 0);
    return kept.length === 0 && spelled.length === 0 ? [] : [[word, kept, spelled]];
  });
  const pieces = cutPieces(own);
  const list = {
    form,
    counts: texts.map((text) => counts[text] ?? 0),
    texts: texts.map((text, at) => text - (texts[at - 1] ?? 0)),
    starts: listStarts(pieces),
    rest,
  };
  const signature = Buffer.from('pagefind_dcd');
  return {
    list: gzipSync(JSON.stringify(list), { level: 9 }),
    pieces: pieces.map((piece) => gzipSync(Buffer.concat([signature, encodeCbor([piece])]), { level: 9 })),
  };

  function pick(places: readonly Places[]): readonly Places[] {
    const kept: Places[] = [];
    let [text, last] = [0, 0];
    for (const [step, body, fields] of places) {
      text += step;
      const number = numbers.get(text);
      if (number === undefined) continue;
      kept.push([number - last, body, fields]);
      last = number;
    }
    return kept;
  }
}

/** Of each piece the least that tells its first word from the last one of the piece before it. */
function listStarts(pieces: readonly (readonly IndexedWord[])[]): readonly string[] {
  let before = '';
  return pieces.map((piece) => {
    const first = piece[0]?.[0] ?? '';
    const characters = [...first];
    const others = [...before];
    const common = characters.findIndex((character, at) => character !== others[at]);
    before = piece.at(-1)?.[0] ?? '';
    return characters.slice(0, common + 1).join('');
  });
}

function cutPieces(words: readonly IndexedWord[]): readonly (readonly IndexedWord[])[] {
  const pieces: IndexedWord[][] = [];
  let size = PIECE;
  for (const word of words) {
    if (size >= PIECE) {
      pieces.push([]);
      size = 0;
    }
    pieces.at(-1)?.push(word);
    size += word[1].reduce((sum, [, body, fields]) => sum + body.length + fields.length, 0);
  }
  return pieces;
}
