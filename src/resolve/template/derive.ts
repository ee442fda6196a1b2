/** How the text of a value is laid out where a tag brings it in. */
export interface Layout {
  /** Whether white space at both ends is cut. */
  readonly trim: boolean;
  /** Put before every further line: blanks, or the `>` of the quote the tag stands in. */
  readonly prefix: string;
  /** Whether the first line gets the prefix as well. */
  readonly prefixFirst: boolean;
}

/** A stretch of a laid out text: the original from `offset` on, or an inserted prefix standing before it. */
export interface Piece {
  readonly start: number;
  readonly offset: number;
  readonly inserted: boolean;
}

/** A text and where each stretch of it stands in the original. */
export interface DerivedText {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

/** The text as it stands in its file. */
export const AS_WRITTEN: Layout = { trim: false, prefix: '', prefixFirst: false };

const QUOTED = /^[ \t]*>/;

/** Lays out a text; a line that is quoted already gets no second quote mark. */
export function deriveText(text: string, { trim, prefix, prefixFirst }: Layout): DerivedText {
  const begin = trim ? text.length - text.trimStart().length : 0;
  const end = trim ? Math.max(begin, text.trimEnd().length) : text.length;
  if (prefix === '')
    return { text: text.slice(begin, end), pieces: [{ start: 0, offset: begin, inserted: false }] };
  const pieces: Piece[] = [];
  const isQuote = prefix.includes('>');
  let derived = '';
  for (let at = begin; at <= end; ) {
    const newline = text.indexOf('\n', at);
    const next = newline === -1 || newline >= end ? end : newline + 1;
    const line = text.slice(at, next);
    if ((at > begin || prefixFirst) && !(isQuote && QUOTED.test(line))) {
      pieces.push({ start: derived.length, offset: at, inserted: true });
      derived += prefix;
    }
    pieces.push({ start: derived.length, offset: at, inserted: false });
    derived += line;
    if (!line.endsWith('\n')) break;
    at = next;
  }
  return { text: derived, pieces };
}

/** Index of the piece that holds an offset of the derived text. */
export function findPiece({ pieces }: DerivedText, offset: number): number {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Where an offset of the derived text stands in the original. */
export function findOffset(derived: DerivedText, offset: number): number {
  const piece = derived.pieces[findPiece(derived, offset)];
  if (piece === undefined) return offset;
  return piece.inserted ? piece.offset : piece.offset + offset - piece.start;
}

/**
 * How a value is laid out that a tag brings in. `lead` is what stands before the tag on its line. On the first line
 * of a page blanks are not repeated: they do not indent a block there.
 */
export function chooseLayout(lead: string, isFirstLine: boolean): Layout {
  const quote = /^[ \t]*(?:>[ \t]?)+/.exec(lead)?.[0];
  const isBlank = /^[ \t]*$/.test(lead.slice(quote?.length ?? 0));
  if (quote !== undefined) return { trim: true, prefix: isBlank ? lead : quote, prefixFirst: false };
  return { trim: true, prefix: isBlank && !isFirstLine ? lead : '', prefixFirst: false };
}
