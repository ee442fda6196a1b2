import type { Rendering } from '../../markdown/index.ts';
import type { MarkdownEdit } from './edits.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { type Definitions, type Destination, findDestinations, listDefinitions } from './find-destination.ts';
import { unescapeHtml } from './unescape-html.ts';

/** The place in a Markdown text of what a slot of its rendering stands for. */
export interface LinkHole extends Pick<Destination, 'start' | 'end'> {
  /** Of the slot among those of the rendering. */
  readonly slot: number;
  readonly kind: Destination['kind'] | 'title';
}

/**
 * The holes of a Markdown text. The slots know where their link begins; what is found there must lead where the slot
 * says, else it is none.
 */
export function findHoles(markdown: string, { slots }: Pick<Rendering, 'slots'>): readonly LinkHole[] {
  const definitions = listDefinitions(markdown);
  const holes: LinkHole[] = [];
  const done = new Set<number>();
  for (const [at, slot] of slots.entries()) {
    if (slot.kind === 'link' || slot.kind === 'image') {
      const found = findSlot(markdown, slot, definitions, done);
      if (found === undefined) continue;
      done.add(found.start);
      holes.push({ slot: at, start: found.start, end: found.end, kind: found.kind });
    } else if (slot.kind === 'title') {
      const start = markdown.indexOf(PLACEHOLDER, slot.offset);
      if (start !== -1) holes.push({ slot: at, start, end: start + PLACEHOLDER.length, kind: 'title' });
    }
  }
  return holes;
}

/**
 * What is put into holes: addresses as `formatAddress` gives them, titles in the place of AUTOTITLE.
 *
 * @param fills of the page's slots
 */
export function rewriteLinks(
  holes: readonly LinkHole[],
  fills: readonly string[],
  formatAddress: (href: string) => string,
): readonly MarkdownEdit[] {
  return holes.map(({ slot, start, end, kind }) => {
    const fill = unescapeHtml(fills[slot] ?? '');
    const replacement =
      kind === 'title' ? escapeMarkdown(fill) : formatDestination(formatAddress(fill), kind);
    return { start, end, replacement };
  });
}

const PLACEHOLDER = 'AUTOTITLE';

interface Wanted {
  readonly url: string;
  readonly offset: number;
}

/**
 * Offsets in raw HTML are counted without the indentation of the list it stands in, so that its tags may begin a
 * little later than they say.
 */
const REACH = 4000;
const OPENING = /<(?:a|img|source|video|audio|track)\b/gi;

function findSlot(
  text: string,
  { url, offset }: Wanted,
  definitions: Definitions,
  done: ReadonlySet<number>,
): Destination | undefined {
  const wanted = foldUrl(url);
  const isWanted = ({ written, start }: Destination) =>
    foldUrl(unescapeText(written)) === wanted && !done.has(start);
  const exact = findDestinations(text, offset, definitions).find(isWanted);
  if (exact !== undefined) return exact;
  for (const { index } of text.slice(offset, offset + REACH).matchAll(OPENING)) {
    const found = findDestinations(text, offset + index, definitions).find(isWanted);
    if (found !== undefined) return found;
  }
  return undefined;
}

function formatDestination(address: string, kind: Destination['kind']): string {
  if (kind === 'attribute') return `"${address.replace(/&/g, '&amp;').replace(/"/g, '&quot;')}"`;
  // `|` would end the cell of a table.
  const safe = address.replace(
    /[\s()<>\\|]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
  return kind === 'reference' ? `(${safe})` : safe;
}

/** Percent-decoded as far as it can be, since a parser encodes what it reads. */
function foldUrl(url: string): string {
  return url.trim().replace(/(?:%[0-9a-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      return escapes;
    }
  });
}

/** What an author writes for a sign that means something: `\(`, `&amp;`. */
function unescapeText(written: string): string {
  return unescapeHtml(written.replace(/\\([!-/:-@[-`{-~])/g, '$1'));
}
