import type { Scalar } from 'yaml';
import type { Place, Source } from '../diagnostics/index.ts';

/**
 * The text of a scalar. Verbatim where its characters stand in the file as they are: plain and quoted on one line
 * without escapes, and block scalars of one line. Otherwise folding or escaping has changed it.
 */
export function createScalarSource(node: Scalar, text: string, place: Place): Source {
  const value = typeof node.value === 'string' ? node.value : (node.source ?? '');
  const start = node.range?.[0] ?? 0;
  if (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED')
    return createBlockSource(value, start, text, place);
  const skip = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE' ? 1 : 0;
  const verbatim = text.startsWith(value, start + skip);
  return { text: value, place: { ...place, column: place.column + (verbatim ? skip : 0) }, verbatim };
}

/** Header line (`>-`), then the content, indented; one line of it is contiguous in the file. */
function createBlockSource(value: string, start: number, text: string, place: Place): Source {
  const header = text.indexOf('\n', start);
  const gap = /^(?: *\n)* */.exec(text.slice(header + 1))?.[0] ?? '';
  const verbatim =
    value !== '' && !value.slice(0, -1).includes('\n') && text.startsWith(value, header + 1 + gap.length);
  if (!verbatim) return { text: value, place, verbatim };
  const lines = gap.split('\n');
  const column = (lines.at(-1) ?? '').length + 1;
  return { text: value, place: { file: place.file, line: place.line + lines.length, column }, verbatim };
}
