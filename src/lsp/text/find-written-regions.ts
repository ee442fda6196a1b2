import { findRegions, type Region } from '../../resolve/index.ts';

/**
 * Code and comments of a text whose tags are still in it. A tag may stand before the line that opens a fence, and behind the one
 * that closes it: for readers the tag is not there.
 */
export function findWrittenRegions(text: string): readonly Region[] {
  return findRegions(text.replace(FENCE_LINE, blankTags));
}

const FENCE_LINE = /^[^\n\r]*(?:```|~~~)[^\n\r]*$/gm;

/** A tag ends before the next begins, so each is read once. */
function blankTags(line: string): string {
  return line.replace(/\{%(?:(?!\{%).)*?%\}/g, (tag) => ' '.repeat(tag.length));
}
