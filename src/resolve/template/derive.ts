/** How the text of a value is laid out where a tag brings it in. */
export interface Layout {
  /** Whether white space at both ends is cut. */
  readonly trim: boolean;
  /** Put before every further line: blanks, or the `>` of the quote the tag stands in. */
  readonly prefix: string;
  /** Whether the first line gets the prefix as well. */
  readonly prefixFirst: boolean;
}

/**
 * A stretch of a laid out text: the original from `offset` on, a prefix inserted before it, or what a repair put in the
 * place of what stands there.
 */
export interface Piece {
  readonly start: number;
  readonly offset: number;
  readonly kind: 'original' | 'inserted' | 'repaired';
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
    return { text: text.slice(begin, end), pieces: [{ start: 0, offset: begin, kind: 'original' }] };
  const pieces: Piece[] = [];
  const isQuote = prefix.includes('>');
  let derived = '';
  for (let at = begin; at <= end; ) {
    const newline = text.indexOf('\n', at);
    const next = newline === -1 || newline >= end ? end : newline + 1;
    const line = text.slice(at, next);
    if ((at > begin || prefixFirst) && !(isQuote && QUOTED.test(line))) {
      pieces.push({ start: derived.length, offset: at, kind: 'inserted' });
      derived += prefix;
    }
    pieces.push({ start: derived.length, offset: at, kind: 'original' });
    derived += line;
    if (!line.endsWith('\n')) break;
    at = next;
  }
  return { text: derived, pieces };
}

/** Segments of a repaired text: where each stretch of it stands in the original. */
interface Stretch {
  readonly start: number;
  readonly offset: number;
  readonly verbatim: boolean;
}

/** The layout of a repaired text, with offsets in the original. */
export function composeDerived(derived: DerivedText, stretches: readonly Stretch[]): DerivedText {
  const pieces = derived.pieces.flatMap(({ start, offset, kind }, at): readonly Piece[] => {
    if (kind === 'inserted') return [{ start, kind, offset: mapOffset(stretches, offset) }];
    const length = (derived.pieces[at + 1]?.start ?? derived.text.length) - start;
    return cutStretches(stretches, offset, offset + length).map((stretch) => ({
      start: start + stretch.start - offset,
      offset: stretch.offset,
      kind: stretch.verbatim ? 'original' : 'repaired',
    }));
  });
  return { text: derived.text, pieces };
}

/** The stretches between two offsets of the repaired text; at least one. */
function cutStretches(stretches: readonly Stretch[], from: number, to: number): readonly Stretch[] {
  const first = Math.max(
    0,
    stretches.findLastIndex(({ start }) => start <= from),
  );
  const last = stretches.findLastIndex(({ start }) => start < to);
  return stretches
    .slice(first, Math.max(first, last) + 1)
    .map((stretch) =>
      stretch.start >= from ? stretch : { ...stretch, start: from, offset: mapOffset([stretch], from) },
    );
}

function mapOffset(stretches: readonly Stretch[], offset: number): number {
  const stretch = stretches.findLast(({ start }) => start <= offset) ?? stretches[0];
  if (stretch === undefined) return offset;
  return stretch.verbatim ? stretch.offset + offset - stretch.start : stretch.offset;
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
  return piece.kind === 'original' ? piece.offset + offset - piece.start : piece.offset;
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
