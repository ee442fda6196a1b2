/** What raw HTML may hold: words that are marked, or blocks too. */
export type Scope = 'words' | 'blocks';

const WORDS =
  'a b br circle code del em g i img ins kbd path polygon rect s samp span strong sub sup svg u var wbr'.split(
    ' ',
  );
const BLOCKS =
  'blockquote dd details div dl dt h1 h2 h3 h4 h5 h6 hr li ol p summary table tbody td th thead tr ul'.split(
    ' ',
  );
/** Elements that raw HTML may open and close without any effect on what stands behind them. */
const LOCAL = { words: new Set(WORDS), blocks: new Set([...WORDS, ...BLOCKS]) };
const VOID = new Set(['br', 'hr', 'img', 'wbr']);
/** Ignored outside of a table, unless they are the very first of a fragment. */
const IN_TABLE = new Set(['tbody', 'td', 'th', 'thead', 'tr']);

const ATTRIBUTE = /\s+[a-zA-Z_:][\w:.-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?/;
const PART = new RegExp(
  `<!--[^->]+-->|<(?<end>/?)(?<name>[a-zA-Z][a-zA-Z0-9]*)(?:${ATTRIBUTE.source})*\\s*(?<closed>/?)>|[^<]+`,
  'y',
);

/**
 * Takes the tags of raw HTML through the elements that are open, innermost last. False where what comes of it cannot be
 * told from here: other tags, such that overlap, and halves of tags.
 *
 * @param floor how many of the open elements were opened outside of the element that the HTML stands in
 */
export function followTags(open: string[], html: string, floor: number, scope: Scope): boolean {
  PART.lastIndex = 0;
  while (PART.lastIndex < html.length) {
    const groups = PART.exec(html)?.groups;
    if (groups === undefined) return false;
    const name = groups.name?.toLowerCase();
    if (name !== undefined && !(LOCAL[scope].has(name) && followTag(open, name, groups, floor))) return false;
  }
  return true;
}

function followTag(open: string[], name: string, tag: Readonly<Record<string, string>>, floor: number) {
  if (tag.end !== '') return open.length > floor && open.pop() === name;
  if (IN_TABLE.has(name) && !open.includes('table')) return false;
  if (name === 'a' && open.includes('a')) return false;
  const isInSvg = name === 'svg' || open.includes('svg');
  if (VOID.has(name) || (isInSvg && tag.closed !== '')) return true;
  open.push(name);
  return true;
}
