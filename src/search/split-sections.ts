import type { SearchSection } from './types.ts';

/** A comment, a tag with its attributes, or a text. */
const TOKEN = /<!--[\s\S]*?-->|<(\/?)([a-z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>|([^<]+|<)/gi;

/** Elements within a line: all others part words. */
const INLINE = new Set(
  'a abbr b bdi bdo cite code data del dfn em font i ins kbd mark q s samp small span strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

/** Elements without text for readers. Beside them goes what is marked as furniture: copy buttons, heading links. */
const SILENT = /^(?:script|style|svg|template|button)$/;
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/;

/** The HTML of an article as texts, one for each heading that has an id. */
export function splitSections(html: string): readonly SearchSection[] {
  const sections: Draft[] = [{ id: '', depth: 1, title: '', text: '' }];
  let isHeading = false;
  let silence: { readonly name: string; depth: number } | undefined;
  for (const [, slash, tag = '', attributes = '', text] of html.matchAll(TOKEN)) {
    const name = tag.toLowerCase();
    if (silence !== undefined) {
      if (name === silence.name) silence.depth += slash === '/' ? -1 : 1;
      if (silence.depth === 0) silence = undefined;
      continue;
    }
    const section = sections.at(-1) as Draft;
    if (text !== undefined) {
      section[isHeading ? 'title' : 'text'] += decodeEntities(text);
    } else if (slash === '' && !VOID.test(name) && (SILENT.test(name) || isFurniture(attributes))) {
      silence = { name, depth: 1 };
    } else if (/^h[1-6]$/.test(name)) {
      const id = slash === '' ? readId(attributes) : undefined;
      isHeading = id !== undefined;
      if (id === undefined) section.text += ' ';
      else sections.push({ id, depth: Number(name[1]), title: '', text: '' });
    } else if (!INLINE.has(name)) {
      section[isHeading ? 'title' : 'text'] += ' ';
    }
  }
  return sections.map((section) => ({
    ...section,
    title: collapse(section.title),
    text: collapse(section.text),
  }));
}

interface Draft {
  id: string;
  depth: number;
  title: string;
  text: string;
}

function isFurniture(attributes: string): boolean {
  return /\sdata-furniture(?=[\s=]|$)/.test(attributes);
}

function readId(attributes: string): string | undefined {
  const found = /\sid=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/.exec(attributes);
  return found === null ? undefined : decodeEntities(found[1] ?? found[2] ?? found[3] ?? '');
}

function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

/** What our own HTML is written with: numbers and a few names. */
function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([\da-f]+)|#(\d+)|([a-z]+));/gi,
    (whole, hex?: string, decimal?: string, name = '') => {
      const code =
        hex !== undefined ? Number.parseInt(hex, 16) : decimal !== undefined ? Number(decimal) : undefined;
      if (code !== undefined) return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      return ENTITIES[name] ?? whole;
    },
  );
}
