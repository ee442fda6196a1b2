import type { Element, Nodes, Root, RootContent, Text } from 'hast';
import type { RenderStep } from '../render-context.ts';
import { WIDE } from '../syntax/wide-characters.ts';

/**
 * A line break in the source between two wide characters is no blank: Chinese and Japanese part no words. Browsers show one all
 * the same, so the break goes (CSS Text, "segment break transformation rules"). It stays beside Latin and Korean words.
 */
export const joinWideLines: RenderStep = (tree, { markdown }) => {
  if (!BROKEN.test(markdown)) return;
  joinLines(tree, { isWide: false, broken: undefined });
};

/** Something wide near the end of a line and in the next one, with marks beside either. */
const BROKEN = new RegExp(`${WIDE.source}(?:(?!${WIDE.source})[^\\n])*\\n.*${WIDE.source}`, 'u');

/** Whether words at the end of a text may go on in what stands behind it, and something in it is wide. */
export function endsWithWords(children: readonly RootContent[], markdown: string): boolean {
  const last = children.findLast((child) => child.type !== 'text' || child.value.trim() !== '');
  const isWords = last?.type === 'text' || (last?.type === 'element' && INLINE.has(last.tagName));
  return isWords && WIDE.test(markdown);
}

/** What the words before end with: a wide character, or behind it a line break, which `broken` ends with. */
interface Line {
  isWide: boolean;
  broken: Text | undefined;
}

function joinLines(node: Nodes, line: Line): void {
  if (node.type === 'text') readText(node, line);
  else if (node.type === 'root') joinChildren(node, line);
  else if (node.type === 'fence') reset(line);
  else if (node.type === 'element') readElement(node, line);
}

function joinChildren({ children }: Root | Element, line: Line): void {
  for (const child of children) joinLines(child, line);
}

function readElement(element: Element, line: Line): void {
  // The number of a footnote stands above the words around it.
  if (element.properties.dataFootnoteRef !== undefined) return;
  const isInline = INLINE.has(element.tagName);
  if (!isInline) reset(line);
  if (!KEPT.has(element.tagName)) joinChildren(element, line);
  if (!isInline) reset(line);
}

/** Words go on through them. */
const INLINE = new Set(
  'a abbr b bdi bdo big cite code data del dfn em font i ins kbd mark q s samp small span strike strong sub sup time tt u var'.split(
    ' ',
  ),
);
/** Line breaks are shown in them, or nothing is. */
const KEPT = new Set(['pre', 'script', 'style', 'svg', 'template', 'textarea']);

function reset(line: Line): void {
  line.isWide = false;
  line.broken = undefined;
}

function readText(text: Text, line: Line): void {
  if (text.value === '') return;
  if (line.broken !== undefined && STARTS_WIDE.test(text.value))
    line.broken.value = line.broken.value.replace(BREAK_AT_END, '');
  text.value = text.value.replace(INSIDE, '$1');
  const isBreak = ONLY_BREAK.test(text.value);
  if (line.isWide && STARTS_BROKEN.test(text.value)) text.value = text.value.replace(BREAK_AT_START, '');
  line.broken = ENDS_BROKEN.test(text.value) || (isBreak && line.isWide) ? text : undefined;
  line.isWide = ENDS_WIDE.test(text.value);
}

const BREAK = '[ \\t]*\\n[ \\t]*';
const ONLY_BREAK = new RegExp(`^${BREAK}$`);
const BREAK_AT_START = new RegExp(`^${BREAK}`);
const BREAK_AT_END = new RegExp(`${BREAK}$`);
const INSIDE = new RegExp(`(${WIDE.source})${BREAK}(?=${WIDE.source})`, 'gu');
const STARTS_WIDE = new RegExp(`^${WIDE.source}`, 'u');
const STARTS_BROKEN = new RegExp(`^${BREAK}${WIDE.source}`, 'u');
const ENDS_WIDE = new RegExp(`${WIDE.source}$`, 'u');
const ENDS_BROKEN = new RegExp(`${WIDE.source}${BREAK}$`, 'u');
