import { createHash } from 'node:crypto';
import { createCborWriter } from './cbor.ts';
import type { JoinedIndex } from './join-records.ts';
import { packFile } from './pack.ts';
import { PAGEFIND_MARK } from './pagefind.ts';
import type { PackedPieces } from './types.ts';

/** The index of one version. */
export interface DividedIndex {
  /** What `search-engine.js` makes Pagefind's list of again: packed JSON, in columns, with numbers for names of files. */
  readonly list: Uint8Array;
  /** Stretches of words in their order, packed as Pagefind packs them. */
  readonly pieces: PackedPieces;
}

const NOTHING: PackedPieces = new Map();

/**
 * Bytes of one piece before it is packed, at least. Every word of a query needs a piece or two of each bundle. With smaller ones
 * the list of them grows, which every reader loads.
 */
const PIECE = 800;

/**
 * The index of some of its texts alone, as Pagefind would have made it of these.
 *
 * @param packed pieces that are known, most of which are still as they were after a small edit
 */
export function divideIndex(
  { records, words, places }: JoinedIndex,
  texts: readonly number[],
  form: string,
  packed: PackedPieces = NOTHING,
): DividedIndex {
  const ranks = new Int32Array(records.length).fill(-1);
  for (const [rank, text] of texts.entries()) ranks[text] = rank;
  const writer = createCborWriter();
  const pieces = new Map<string, Uint8Array>();
  const starts: string[] = [];
  let [begin, count, last] = [0, 0, ''];
  for (let at = 0; at < words.length; ) {
    const { word = '' } = words[at] ?? {};
    let next = at + 1;
    while (words[next]?.word === word) next += 1;
    const forms = words.slice(at, next).filter(({ stretches }) => isThere(stretches));
    at = next;
    if (forms.length === 0) continue;
    if (count === 0) starts.push(shorten(word, last));
    last = word;
    count += 1;
    const isPlain = forms[0]?.spelling === undefined;
    writer.writeHead(3);
    writer.writeText(word);
    writePlaces(isPlain ? (forms[0]?.stretches ?? []) : []);
    const spelled = isPlain ? forms.slice(1) : forms;
    writer.writeHead(spelled.length);
    for (const { spelling = '', stretches } of spelled) {
      writer.writeHead(2);
      writer.writeText(spelling);
      writePlaces(stretches);
    }
    if (writer.length - begin >= PIECE) closePiece();
  }
  if (count > 0) closePiece();
  const own = texts.flatMap((text) => records[text] ?? []);
  const names = [...new Set(own.map(({ product }) => product))];
  const list = {
    ...readForm(form),
    counts: own.map(({ count }) => roundCount(count)),
    titles: own.map(({ titleLength }) => titleLength),
    products: own.map(({ product }) => names.indexOf(product)),
    names,
    texts: texts.map((text, at) => text - (texts[at - 1] ?? 0)),
    starts,
  };
  return { list: packFile(JSON.stringify(list)), pieces };

  function isThere(stretches: readonly number[]): boolean {
    for (let at = 0; at < stretches.length; at += 3) if ((ranks[stretches[at] ?? 0] ?? -1) >= 0) return true;
    return false;
  }

  function writePlaces(stretches: readonly number[]): void {
    let size = 0;
    for (let at = 0; at < stretches.length; at += 3) if ((ranks[stretches[at] ?? 0] ?? -1) >= 0) size += 1;
    writer.writeHead(size);
    let before = 0;
    for (let at = 0; at < stretches.length; at += 3) {
      const rank = ranks[stretches[at] ?? 0] ?? -1;
      if (rank < 0) continue;
      writer.writeHead(3);
      writer.writeNumber(rank - before);
      writer.copy(places, stretches[at + 1] ?? 0, stretches[at + 2] ?? 0);
      before = rank;
    }
  }

  /** A piece is a list of a list of words. */
  function closePiece(): void {
    const end = writer.length;
    writer.writeHead(1);
    writer.writeHead(count);
    const heads = writer.view(end, writer.length);
    const piece = Buffer.concat([Buffer.from(PAGEFIND_MARK), heads, writer.view(begin, end)]);
    const name = createHash('sha1').update(piece).digest('base64');
    const content = packed.get(name) ?? packFile(piece);
    pieces.set(name, content);
    [begin, count] = [writer.length, 0];
  }
}

function readForm(form: string): { readonly form: string; readonly rest: readonly unknown[] } {
  const [name, ...rest] = JSON.parse(form) as [string, ...unknown[]];
  return { form: name, rest };
}

/** As near as it matters to the weight of a word in a text of that length: a number out of fewer takes half of the bytes. */
function roundCount(count: number): number {
  return Math.round(STEP ** Math.round(Math.log(Math.max(1, count)) / Math.log(STEP)));
}

const STEP = 1.2;

/** The least of a word that tells it from the one before it. */
function shorten(word: string, before: string): string {
  const characters = [...word];
  const others = [...before];
  const common = characters.findIndex((character, at) => character !== others[at]);
  return characters.slice(0, common + 1).join('');
}
