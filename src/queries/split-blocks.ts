import { findRegions } from '../resolve/index.ts';

/** A block of Markdown as a reader sees one: a heading, a paragraph, an item of a list, a table, a fence of code. */
export interface TextBlock {
  readonly start: number;
  readonly end: number;
}

const BEGINS = /^\s*(?:[-*+]|\d+[.)])\s|^ {0,3}#{1,6}\s/;
const IS_HEADING = /^ {0,3}#{1,6}\s/;

/** Blocks by their lines: blank lines part them, and headings and items begin one. What stands in a fence stays together. */
export function splitBlocks(text: string): readonly TextBlock[] {
  const fences = findRegions(text).filter(({ start, end }) => text.slice(start, end).includes('\n'));
  const blocks: TextBlock[] = [];
  let open: TextBlock | undefined;
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    const line = text.slice(start, end);
    const isInside = fences.some((region) => region.start < start && start < region.end);
    const isBlank = line.trim() === '' && !isInside;
    const ends = isBlank || (!isInside && BEGINS.test(line));
    if (ends && open !== undefined) {
      blocks.push(open);
      open = undefined;
    }
    if (!isBlank) open = { start: open?.start ?? start, end };
    if (open !== undefined && !isInside && IS_HEADING.test(line)) {
      blocks.push(open);
      open = undefined;
    }
    start = end + 1;
  }
  return open === undefined ? blocks : [...blocks, open];
}

/** The words of Markdown without its marks, as one line, to find what a reader has copied. */
export function readWords(markdown: string): string {
  return markdown
    .replace(/<!--[\s\S]*?-->|<\/?[a-z][^>]*>/gi, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s*(?:>\s?|[-*+]\s|\d+[.)]\s|#{1,6}\s|:{3,})+/gm, '')
    .replace(/[*_`|\\]+/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .normalize('NFC')
    .toLowerCase();
}
