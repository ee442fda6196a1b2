import type { FilledText } from '../../links/index.ts';
import { applyEdits, type Edit } from './edits.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { type Definitions, type Destination, findDestinations, listDefinitions } from './find-destination.ts';

/**
 * The Markdown of a page's text with what the page's slots were filled with: addresses as `formatAddress` gives them,
 * titles in the place of AUTOTITLE. The slots know where their link begins; what is found there must lead where the
 * slot says, else it stays as it is.
 */
export function rewriteLinks(
  markdown: string,
  { rendering, fills }: FilledText,
  formatAddress: (href: string) => string,
): string {
  const definitions = listDefinitions(markdown);
  const edits: Edit[] = [];
  const done = new Set<number>();
  for (const [at, slot] of rendering.slots.entries()) {
    const fill = unescapeHtml(fills[at] ?? '');
    if (slot.kind === 'link' || slot.kind === 'image') {
      const found = findSlot(markdown, slot, definitions, done);
      if (found === undefined) continue;
      done.add(found.start);
      edits.push({ ...found, replacement: formatDestination(formatAddress(fill), found.kind) });
    } else if (slot.kind === 'title') {
      const start = markdown.indexOf(PLACEHOLDER, slot.offset);
      if (start !== -1)
        edits.push({ start, end: start + PLACEHOLDER.length, replacement: escapeMarkdown(fill) });
    }
  }
  return applyEdits(markdown, edits);
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

const SIGNS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

function unescapeHtml(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => SIGNS[name] ?? '');
}
