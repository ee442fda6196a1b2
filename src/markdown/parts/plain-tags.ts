import { RESERVED_CLASSES } from '../clean/reserved.ts';
import { VOID_TAGS } from '../raw/raw-tags.ts';
import { readAttributes, splitHtml, type Tag } from '../raw/split-html.ts';

/** What raw HTML stands between: words, or blocks. */
export type HtmlPlace = 'words' | 'blocks';

/** A tag of which a check has nothing to say. */
export interface PlainTag {
  readonly name: string;
  readonly kind: 'start' | 'end' | 'empty';
}

/** Elements that may be opened and closed between words, or between blocks, without any effect on what stands around them. */
const ELEMENTS: Readonly<Record<HtmlPlace, ReadonlySet<string>>> = {
  words: new Set('b br code em i kbd path samp span strong sub sup svg u var wbr'.split(' ')),
  blocks: new Set(['div', 'section']),
};
const DRAWING = new Set(['path', 'svg']);

/** Attributes that stay whatever they say, by their names in lower case. */
const EVERYWHERE = new Set('aria-hidden aria-label class dir height lang role title width'.split(' '));
const IN_DRAWING = new Set(
  'clip-rule d data-component fill fill-rule focusable version viewbox xmlns'.split(' '),
);

/**
 * The tags of raw HTML of which a check has nothing to say: cleaning leaves them as they are, and nothing in them leads somewhere or has
 * a name. Undefined where there is anything else but blanks.
 */
export function readPlainTags(html: string, place: HtmlPlace): readonly PlainTag[] | undefined {
  if (UNPLAIN.test(html)) return undefined;
  const tags: PlainTag[] = [];
  for (const part of splitHtml(html) ?? [undefined]) {
    if (part?.kind === 'text' && part.value.trim() === '') continue;
    const kind = part !== undefined && 'name' in part ? findKind(part, place) : undefined;
    if (part === undefined || !('name' in part) || kind === undefined) return undefined;
    tags.push({ name: part.name, kind });
  }
  return tags;
}

/** What is not read as it is written. */
const UNPLAIN = /[&\0\r]/;

function findKind(tag: Tag, place: HtmlPlace): PlainTag['kind'] | undefined {
  const { name, kind, isClosed } = tag;
  const isVoid = VOID_TAGS.has(name);
  if (!ELEMENTS[place].has(name)) return undefined;
  if (kind === 'end') return isVoid ? undefined : 'end';
  const attributes = readAttributes(tag);
  if (attributes === undefined || !Object.keys(attributes).every((each) => isHarmless(name, each)))
    return undefined;
  if ((attributes.class ?? '').split(/\s+/).some((each) => isTelling(name, each))) return undefined;
  if (isVoid || (isClosed && DRAWING.has(name))) return 'empty';
  return isClosed ? undefined : 'start';
}

/** A block of a platform or a tool gives its name to the headings in it; classes of the page itself are dropped, and named. */
function isTelling(name: string, className: string): boolean {
  return RESERVED_CLASSES.has(className) || (name === 'div' && /^(?:platform|tool)-/.test(className));
}

function isHarmless(name: string, attribute: string): boolean {
  return EVERYWHERE.has(attribute) || (DRAWING.has(name) && IN_DRAWING.has(attribute));
}

/** Whether words or other elements may stand in an element. */
export function holdsShapesOnly(name: string | undefined): boolean {
  return name !== undefined && DRAWING.has(name);
}
