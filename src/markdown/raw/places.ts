import type { Element } from 'hast';

/**
 * Where an element may stand so that a parser of HTML inserts it there, and does nothing else. The rules are those of the
 * standard (https://html.spec.whatwg.org/multipage/parsing.html), each a little narrower than it needs to be.
 */
export function mayStand(name: string, open: readonly Element[]): boolean {
  const parent = open.at(-1)?.tagName ?? '';
  // 13.2.6.5, foreign content: other elements end it.
  if (isInSvg(open)) return SHAPES.has(name);
  // 13.2.6.4.9, 13.2.6.4.13 and 13.2.6.4.14: parts that are missing are added, and whatever else there is goes before the table.
  const parts = PARTS[parent];
  if (parts !== undefined) return parts.includes(name);
  // The others in 13.2.6.4.7, "in body".
  return (WORDS.has(name) || BLOCKS.has(name)) && !isEnd(name, parent, open);
}

/** Whether what comes next is part of a drawing. */
export function isInSvg(open: readonly Element[]): boolean {
  const parent = open.at(-1)?.tagName ?? '';
  return parent === 'svg' || SHAPES.has(parent);
}

/** What a drawing may hold. */
export const SHAPES: ReadonlySet<string> = new Set(['circle', 'g', 'path', 'polygon', 'rect']);

/** What the parts of a table may hold. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  table: ['thead', 'tbody'],
  thead: ['tr'],
  tbody: ['tr'],
  tr: ['td', 'th'],
};

const WORDS = new Set(
  'a b br code del em i img input ins kbd s samp span strong sub sup svg u var wbr'.split(' '),
);
const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];
const BLOCKS = new Set([
  ...'blockquote dd details div dl dt hr li ol p section summary table ul'.split(' '),
  ...HEADINGS,
]);

/** Whether an element that begins ends one that is open, or may do so. */
function isEnd(name: string, parent: string, open: readonly Element[]): boolean {
  if (WORDS.has(name)) return name === 'a' && isOpen(open, ['a']);
  if (name === 'li' && parent !== 'ul' && parent !== 'ol' && open.length > 1) return true;
  if ((name === 'dt' || name === 'dd') && parent !== 'dl') return true;
  return isOpen(open, HEADINGS.includes(name) ? ['p', ...HEADINGS] : ['p']);
}

function isOpen(open: readonly Element[], names: readonly string[]): boolean {
  return open.some(({ tagName }) => names.includes(tagName));
}

/** Whether words stay where they stand: between the parts of a table only blanks do (13.2.6.4.10, "in table text"). */
export function takesText(parent: string, text: string): boolean {
  return PARTS[parent] === undefined || /^[ \t\n\f]*$/.test(text);
}
