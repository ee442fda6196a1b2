import type { Place, Source } from './types.ts';

/** Place of an offset in a source; every offset of a text that is not verbatim has the place of its start, and what was made that of its own end. */
export function placeAt(source: Source, offset: number): Place {
  if (!source.verbatim || offset <= 0) return source.place;
  const { line, column, file } = source.place;
  const end = Math.min(offset, source.ownLength ?? source.text.length);
  const [lines, lineStart] = findLine(source, end);
  return lines === 0
    ? { file, line, column: column + end }
    : { file, line: line + lines, column: end - lineStart + 1 };
}

/** From here on lines are looked up: thousands of mistakes in a long text would each count them from its begin. */
const FAR = 4096;

const breaks = new WeakMap<Source, readonly number[]>();

/** How many lines end before an offset, and where the next one begins. */
function findLine(source: Source, end: number): readonly [lines: number, lineStart: number] {
  if (end < FAR) {
    const before = listBreaks(source.text, end);
    return [before.length, (before.at(-1) ?? -1) + 1];
  }
  const all = breaks.get(source) ?? listBreaks(source.text, source.text.length);
  breaks.set(source, all);
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle] ?? end) < end) low = middle + 1;
    else high = middle;
  }
  return [low, (all[low - 1] ?? -1) + 1];
}

function listBreaks(text: string, end: number): readonly number[] {
  const found: number[] = [];
  for (let at = text.indexOf('\n'); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) found.push(at);
  return found;
}

/** Whether a stretch of a source stands in the file as it stands here. */
export function isWritten({ verbatim, text, ownLength = text.length }: Source, end: number): boolean {
  return verbatim && end <= ownLength;
}
