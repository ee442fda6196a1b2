import { randomUUID } from 'node:crypto';
import type { Root } from 'hast';
import { stringifyHtml } from './html/stringify.ts';
import type { RenderContext } from './render-context.ts';
import type { Rendering, Slot } from './types.ts';

/** Of this process alone, so that no author can write one down; none is left in what comes out. */
const MARK = `slot-${randomUUID()}-`;

/** Puts a marker into every hole, stringifies, and cuts the HTML at the markers. */
export function cutSlots(tree: Root, { holes }: RenderContext): Pick<Rendering, 'pieces' | 'slots'> {
  for (const [index, hole] of holes.entries()) hole.set(`${MARK}${index}-`);
  const [start = '', ...rests] = stringifyHtml(tree).split(MARK);
  const pieces = [start];
  const slots: Slot[] = [];
  for (const rest of rests) {
    const index = rest.slice(0, rest.indexOf('-'));
    const hole = holes[Number(index)];
    if (hole === undefined) continue;
    const isWhole = hole.isWhole === true;
    if (isWhole) pieces.push(cutEnd(pieces.pop() ?? '', ' data-slot="'));
    pieces.push(rest.slice(index.length + (isWhole ? '-"' : '-').length));
    slots.push(hole.slot);
  }
  return { pieces, slots };
}

function cutEnd(piece: string, end: string): string {
  return piece.slice(0, -end.length);
}

/** Slots that an author can have written wrong, in the order of their elements, and HTML that tells no more than whether there is any. */
export function listSlots({ children }: Root, { holes }: RenderContext): Pick<Rendering, 'pieces' | 'slots'> {
  const slots = holes.map(({ slot }) => slot).filter(({ kind }) => JUDGED.has(kind));
  const isBlank = children.every((child) => child.type === 'text' && child.value.trim() === '');
  return leaveOutHtml({ pieces: [isBlank ? '' : '<p>'], slots });
}

const JUDGED: ReadonlySet<Slot['kind']> = new Set(['link', 'image', 'title']);

/** One tag stands for all HTML. */
export function leaveOutHtml<T extends Pick<Rendering, 'pieces' | 'slots'>>(rendering: T): T {
  const isBlank = rendering.pieces.every((piece) => piece.trim() === '');
  return { ...rendering, pieces: [isBlank ? '' : '<p>', ...rendering.slots.map(() => '')] };
}

/** Something in raw HTML has an id or a name, or in what is made of footnotes and tabs; a prompt names a block of code. */
const NAMES = /<[^<]*?[\s"'/](?:id|name)\s*=|footnote|\[\^|codetabs|prompt/i;

/** Whether something in the HTML of a text may have an id or a name: of what no page shows, that alone is asked for. */
export function mayHaveNames(markdown: string): boolean {
  return NAMES.test(markdown);
}
