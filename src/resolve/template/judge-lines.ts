import type { TagToken } from 'liquidjs';
import { findRegion, findRegions, type Region } from '../tidy/index.ts';

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

/**
 * Whether the text of a block begins right at the tag, so that Markdown in it is read as HTML (CommonMark, HTML blocks).
 * A fence there is read as code all the same; HTML and further tags are left alone.
 */
export function hasTightMarkdown(opening: TagToken, end: TagToken): boolean {
  const { input } = opening;
  const lead = input.slice(input.lastIndexOf('\n', opening.begin - 1) + 1, opening.begin);
  if ((opening.begin > 0 && lead.trim() !== '') || INLINE.includes(opening.name)) return false;
  const text = input.slice(opening.end, end.begin);
  const tight = /^[ \t]*(?:\n[ \t]*)?(?=\S)[\s\S]*?(?=\n[ \t]*\n|$)/.exec(text)?.[0].trim() ?? '';
  return !/^(?:```|~~~|<|\{%)/.test(tight) && MARKUP.test(tight);
}

/** Strong text, code, a link; a list, a heading, a table. */
const MARKUP = /\*\*\S|`[^`]+`|\]\([^)\s]|^[^\S\n]*(?:(?:[-*]|\d+\.|#{1,6}) |\|.*\|[^\S\n]*$)/m;

/** Whether a `prompt` goes over a blank line: each paragraph is then a prompt of its own. */
export function hasParagraphs(opening: TagToken, end: TagToken): boolean {
  return opening.name === 'prompt' && /\n[ \t]*\n/.test(opening.input.slice(opening.end, end.begin).trim());
}

/** Tells of a tag whether it stands in a fenced block of code of its text. Looks for them once, when it is first asked. */
export function createFenceFinder(): (tag: TagToken) => boolean {
  let fences: readonly Region[] | undefined;
  return ({ input, begin }) => {
    fences ??= /```|~~~/.test(input) ? findRegions(blankTags(input)).filter(({ isFence }) => isFence) : [];
    // A tag may stand before the line that opens one.
    return (findRegion(fences, begin)?.start ?? begin) < begin;
  };
}

/** Nothing but a tag may follow the end of a fence on its line. A tag ends before the next begins, so each is read once. */
function blankTags(text: string): string {
  return text.replace(/\{%(?:(?!\{%).)*?%\}/g, (tag) => ' '.repeat(tag.length));
}

/** The line a stretch stands on, without the stretch. */
function findLine(text: string, begin: number, end: number): string {
  const start = begin === 0 ? 0 : text.lastIndexOf('\n', begin - 1) + 1;
  const newline = text.indexOf('\n', end);
  return text.slice(start, begin) + text.slice(end, newline === -1 ? text.length : newline);
}
