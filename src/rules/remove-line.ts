import type { FileEdit, Place } from '../diagnostics/index.ts';

/** The edit that takes out the line of a place; undefined where more than one thing stands in the line. */
export function removeLine(text: string, { file, line }: Place, pattern: RegExp): FileEdit | undefined {
  const written = text.split('\n')[line - 1];
  if (written === undefined || !pattern.test(written)) return undefined;
  return { file, start: { line, column: 1 }, end: { line: line + 1, column: 1 }, text: '' };
}
