import type { TagToken } from 'liquidjs';

/** Tags that are used within lines. */
const INLINE = ['prompt', 'codetab'];

/** Whether words follow an end tag on its line although the opening tag stands alone on its own. */
export function hasTextAfter(opening: TagToken, end: TagToken): boolean {
  const { input } = end;
  const isAlone = findLine(input, opening.begin, opening.end).trim() === '';
  if (!isAlone || INLINE.includes(opening.name)) return false;
  const after = /^[^\n]*/.exec(input.slice(end.end, end.end + 200))?.[0].trim() ?? '';
  return after !== '' && !/^(?:\{%|<|\|)/.test(after);
}

/** The line a stretch stands on, without the stretch. */
function findLine(text: string, begin: number, end: number): string {
  const start = begin === 0 ? 0 : text.lastIndexOf('\n', begin - 1) + 1;
  const newline = text.indexOf('\n', end);
  return text.slice(start, begin) + text.slice(end, newline === -1 ? text.length : newline);
}
