/** Where a link, image or tag of a Markdown text says where it leads. */
export interface Destination {
  /** What it says, as written. */
  readonly written: string;
  /** The stretch that a new destination takes the place of, and the form in which it does. */
  readonly start: number;
  readonly end: number;
  readonly kind: 'inline' | 'reference' | 'attribute';
}

/** Destinations by the label of their definition. */
export type Definitions = ReadonlyMap<string, string>;

/**
 * The destinations that stand at an offset of a Markdown text: one of a link or an image, several of a tag. Reads no
 * more than it must; whether something stands there at all a parser has said before.
 */
export function findDestinations(
  text: string,
  offset: number,
  definitions: Definitions,
): readonly Destination[] {
  if (text[offset] === '<') return findAttributes(text, offset);
  const open = text[offset] === '!' ? offset + 1 : offset;
  if (text[open] !== '[') return [];
  const close = findTextEnd(text, open);
  if (close === undefined) return [];
  const found = [findInline(text, close), findReference(text, open, close, definitions)];
  return found.filter((destination) => destination !== undefined);
}

/** Code spans, tags and autolinks bind closer than the brackets of a link. https://spec.commonmark.org/0.31.2/#links */
const TOKEN =
  /\\[\s\S]|(?<!`)(`+)(?!`)(?:[\s\S]*?[^`])?\1(?!`)|<[A-Za-z/!?](?:"[^"]*"|'[^']*'|[^'"<>])*>|[[\]]|[^\\`<[\]]+|[\s\S]/y;

/** Index of the `]` that closes the `[` at `open`. */
function findTextEnd(text: string, open: number): number | undefined {
  let depth = 0;
  let at = open;
  while (at < text.length) {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text)?.[0] ?? '';
    if (token === '[') depth += 1;
    if (token === ']') depth -= 1;
    if (depth === 0) return at;
    at += Math.max(1, token.length);
  }
  return undefined;
}

const INLINE =
  /\]\(\s*(?:<((?:\\.|[^<>\\\n])*)>|((?:\\[!-/:-@[-`{-~]|[^\s()\\]|\\|\((?:\\[()]|[^\s()])*\))*))/y;

function findInline(text: string, close: number): Destination | undefined {
  INLINE.lastIndex = close;
  const match = INLINE.exec(text);
  if (match === null) return undefined;
  const end = close + match[0].length;
  const [, angled, bare = ''] = match;
  const written = angled ?? bare;
  const length = angled === undefined ? written.length : written.length + 2;
  return { kind: 'inline', written, start: end - length, end };
}

/** `[text][label]`, `[label][]`, `[label]`: becomes an inline link. */
function findReference(
  text: string,
  open: number,
  close: number,
  definitions: Definitions,
): Destination | undefined {
  if (definitions.size === 0) return undefined;
  const label = /\[((?:\\[\s\S]|[^\\[\]])*)\]/y;
  label.lastIndex = close + 1;
  const [reference = '', named = ''] = label.exec(text) ?? [];
  const written = definitions.get(foldLabel(named || text.slice(open + 1, close)));
  if (written === undefined) return undefined;
  return { kind: 'reference', written, start: close + 1, end: close + 1 + reference.length };
}

const DEFINITION = /^[ \t>]*\[((?:\\[\s\S]|[^\\[\]])+)\]:\s*(?:<([^<>\n]*)>|(\S+))/gm;

/** Where the reference links of a text lead; the first definition of a label counts. */
export function listDefinitions(text: string): Definitions {
  const definitions = new Map<string, string>();
  if (!text.includes(']:')) return definitions;
  for (const [, label = '', angled, bare = ''] of text.matchAll(DEFINITION)) {
    const key = foldLabel(label);
    if (!definitions.has(key)) definitions.set(key, angled ?? bare);
  }
  return definitions;
}

function foldLabel(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase();
}

const TAG = /<[A-Za-z][\w-]*(?![\w-])(?:"[^"]*"|'[^']*'|[^'"<>])*>/y;
const ATTRIBUTE = /\s(?:href|src|srcset|poster)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)/gi;

function findAttributes(text: string, offset: number): readonly Destination[] {
  TAG.lastIndex = offset;
  const [tag = ''] = TAG.exec(text) ?? [];
  return [...tag.matchAll(ATTRIBUTE)].map(({ 0: attribute, 1: value = '', index }) => {
    const end = offset + index + attribute.length;
    const written = /^["']/.test(value) ? value.slice(1, -1) : value;
    return { kind: 'attribute', written, start: end - value.length, end };
  });
}
