import type { Place, Source } from './types.ts';

/** Place of an offset in a source; every offset of a text that is not verbatim has the place of its start, and what was made that of its own end. */
export function placeAt(source: Source, offset: number): Place {
  if (!source.verbatim || offset <= 0) return source.place;
  const { line, column, file } = source.place;
  const end = Math.min(offset, source.ownLength ?? source.text.length);
  let lines = 0;
  let lineStart = 0;
  for (let at = source.text.indexOf('\n'); at !== -1 && at < end; at = source.text.indexOf('\n', at + 1)) {
    lines += 1;
    lineStart = at + 1;
  }
  return lines === 0
    ? { file, line, column: column + end }
    : { file, line: line + lines, column: end - lineStart + 1 };
}

/** Whether a stretch of a source stands in the file as it stands here. */
export function isWritten({ verbatim, text, ownLength = text.length }: Source, end: number): boolean {
  return verbatim && end <= ownLength;
}
