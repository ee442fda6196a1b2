import type { Nodes, Parents, PhrasingContent, Root, RootContent, Strong, Text } from 'mdast';
import { visit, visitAll } from '../visit.ts';

const MARK = /(?<!\*)\*\*(?!\*)/g;
/** Words that no blanks part: what stands beside a mark there says nothing about it. */
const UNPARTED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}、-〟！-｠]/u;
const OPENING_PUNCTUATION = /["'([{“‘（「『【]/;

/**
 * `** Note:** text` and `**Note:**text` are strong, as in parsers older than CommonMark, which leaves the asterisks
 * as text; so are marks around links and code. Asterisks of a formula (`2 ** 3 ** 4`) or a pattern (`a/**`) stay.
 */
export function loosenStrong(tree: Root, markdown: string): void {
  visit(tree, 'strong', (strong, index, parent) => {
    const parts = splitStrong(strong, markdown);
    if (parts.length > 1 && parent !== undefined && index !== undefined)
      (parent.children as RootContent[]).splice(index, 1, ...parts);
  });
  visitAll(tree, (node) => {
    if ('children' in node && node.children.some(holdsMark)) pairMarks(node, markdown);
  });
}

/** `**A****B**` is two words side by side in text without blanks. For CommonMark it is one, with asterisks in it. */
function splitStrong(strong: Strong, markdown: string): readonly Strong[] {
  const at = strong.children.findIndex(
    (child) => child.type === 'text' && DOUBLED.test(child.value) && !isEscaped(child, markdown),
  );
  const text = strong.children[at];
  if (text?.type !== 'text' || !strong.children.some(isWide)) return [strong];
  const [before = ''] = text.value.split(DOUBLED, 1);
  const rest = text.value.slice(before.length + 4);
  const first = [...strong.children.slice(0, at), createText(text, before)].filter(isFull);
  const second = [createText(text, rest), ...strong.children.slice(at + 1)].filter(isFull);
  if (first.length === 0 || second.length === 0) return [strong];
  return [{ ...strong, children: first }, ...splitStrong({ ...strong, children: second }, markdown)];
}

function isWide(node: PhrasingContent): boolean {
  return 'value' in node ? UNPARTED.test(node.value) : 'children' in node && node.children.some(isWide);
}

const DOUBLED = /(?<![*\s])\*{4}(?![*\s])/;

function holdsMark(node: Nodes): boolean {
  return node.type === 'text' && node.value.includes('**');
}

/** A pair of asterisks that the parser left as text: child and offset in it. */
interface Mark {
  readonly child: number;
  readonly at: number;
  readonly opens: boolean;
  readonly closes: boolean;
  /** Blank on both sides. */
  readonly alone: boolean;
}

function pairMarks(parent: Parents, markdown: string): void {
  const pairs: (readonly [Mark, Mark])[] = [];
  let open: Mark | undefined;
  for (const mark of findMarks(parent, markdown)) {
    if (open !== undefined && isPair(parent, open, mark)) {
      pairs.push([open, mark]);
      open = undefined;
    } else {
      open = mark;
    }
  }
  // From the end, so that the places of those before stay right.
  for (const [start, end] of pairs.reverse()) wrapInStrong(parent, start, end);
}

function findMarks({ children }: Parents, markdown: string): readonly Mark[] {
  return children.flatMap((node, child) => {
    if (node.type !== 'text' || !node.value.includes('**') || isEscaped(node, markdown)) return [];
    return [...node.value.matchAll(MARK)].map(({ index }) => {
      const before = node.value.charAt(index - 1) || (child > 0 ? 'x' : ' ');
      const after = node.value.charAt(index + 2) || (child < children.length - 1 ? 'x' : ' ');
      return createMark(child, index, before, after);
    });
  });
}

function createMark(child: number, at: number, before: string, after: string): Mark {
  const isFree = (side: string) => /\s/.test(side) || UNPARTED.test(side);
  return {
    child,
    at,
    opens: isFree(before) || OPENING_PUNCTUATION.test(before) || !/\s/.test(after),
    closes: isFree(after) || !/\s/.test(before),
    alone: /\s/.test(before) && /\s/.test(after),
  };
}

function isPair({ children }: Parents, open: Mark, close: Mark): boolean {
  if (!open.opens || !close.closes) return false;
  if (open.child !== close.child) return true;
  const node = children[open.child];
  const inside = node?.type === 'text' ? node.value.slice(open.at + 2, close.at) : '';
  if (inside.trim() === '') return false;
  return !(open.alone && close.alone) || UNPARTED.test(inside);
}

/** The author wrote `\*` to have asterisks as text. */
function isEscaped({ position }: Text, markdown: string): boolean {
  return markdown.slice(position?.start.offset, position?.end.offset).includes('\\*');
}

/** Blanks inside the marks go, or behind them. */
function wrapInStrong(parent: Parents, open: Mark, close: Mark): void {
  const children = parent.children as PhrasingContent[];
  const first = children[open.child] as Text;
  const last = children[close.child] as Text;
  const isSame = open.child === close.child;
  const inside = isSame
    ? [createText(first, first.value.slice(open.at + 2, close.at).trim())]
    : [
        createText(first, first.value.slice(open.at + 2).trimStart()),
        ...children.slice(open.child + 1, close.child),
        createText(last, last.value.slice(0, close.at).trimEnd()),
      ];
  const strong: Strong = { type: 'strong', children: inside.filter(isFull) };
  const trail = /\s$/.test(last.value.slice(0, close.at)) ? ' ' : '';
  const outside = [
    createText(first, first.value.slice(0, open.at)),
    strong,
    createText(last, trail + last.value.slice(close.at + 2)),
  ];
  children.splice(open.child, close.child - open.child + 1, ...outside.filter(isFull));
}

function isFull(node: PhrasingContent): boolean {
  return node.type !== 'text' || node.value !== '';
}

function createText({ position }: Text, value: string): Text {
  return position === undefined ? { type: 'text', value } : { type: 'text', value, position };
}
