import type { FileEdit, Point } from '../../diagnostics/index.ts';

/**
 * A text with edits that do not overlap, in its order. The text is as the file has it: lines may end in CR LF, and a byte order
 * mark may stand before the first. New lines end as the first line of the file does.
 *
 * @throws RangeError for a point that the text does not have
 */
export function applyFileEdits(text: string, edits: readonly FileEdit[]): string {
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  const starts = [mark];
  for (const { 0: ending, index } of text.matchAll(/\r?\n/g)) starts.push(index + ending.length);
  const ending = /\r?\n/.exec(text)?.[0] ?? '\n';
  let result = '';
  let at = 0;
  for (const { start, end, text: inserted } of edits) {
    const [from, to] = [offsetOf(start), offsetOf(end)];
    if (from < at || to < from) throw new RangeError('Edits overlap.');
    result += text.slice(at, from) + inserted.replaceAll('\n', ending);
    at = to;
  }
  return result + text.slice(at);

  function offsetOf({ line, column }: Point): number {
    const start = starts[line - 1];
    // The line behind the last one, which a removed line ends at.
    if (start === undefined && line === starts.length + 1) return text.length;
    if (start === undefined || start + column - 1 > text.length)
      throw new RangeError('There is no such line.');
    return start + column - 1;
  }
}
