import { SHAPES } from './places.ts';
import { splitHtml, type Tag } from './split-html.ts';

/** What raw HTML may hold: words that are marked, or blocks too. */
export type Scope = 'words' | 'blocks';

const WORDS = [
  ...'a b br code del em i img ins kbd s samp span strong sub sup svg u var wbr'.split(' '),
  ...SHAPES,
];
const BLOCKS =
  'blockquote dd details div dl dt h1 h2 h3 h4 h5 h6 hr li ol p section summary table tbody td th thead tr ul'.split(
    ' ',
  );
/** Elements that raw HTML may open and close without any effect on what stands behind them. */
const LOCAL = { words: new Set(WORDS), blocks: new Set([...WORDS, ...BLOCKS]) };
export const VOID_TAGS: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'wbr']);
/** Ignored outside of a table, unless they are the very first of a fragment. */
const IN_TABLE = new Set(['tbody', 'td', 'th', 'thead', 'tr']);

/**
 * Takes the tags of raw HTML through the elements that are open, innermost last. False where what comes of it cannot be
 * told from here: other tags, such that overlap, and halves of tags.
 *
 * @param floor how many of the open elements were opened outside of the element that the HTML stands in
 */
export function followTags(open: string[], html: string, floor: number, scope: Scope): boolean {
  const parts = splitHtml(html);
  return (
    parts?.every(
      (part) => !('name' in part) || (LOCAL[scope].has(part.name) && followTag(open, part, floor)),
    ) ?? false
  );
}

function followTag(open: string[], { kind, name, isClosed }: Tag, floor: number): boolean {
  if (kind === 'end') return open.length > floor && open.pop() === name;
  if (IN_TABLE.has(name) && !open.includes('table')) return false;
  if (name === 'a' && open.includes('a')) return false;
  const inSvg = open.includes('svg');
  // Ends the drawing.
  if (inSvg && !SHAPES.has(name)) return false;
  if (VOID_TAGS.has(name) || (isClosed && (inSvg || name === 'svg'))) return true;
  open.push(name);
  return true;
}
