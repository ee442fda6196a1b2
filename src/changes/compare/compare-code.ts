import { mark } from './compare-phrases.ts';
import { diffKeys } from './diff-keys.ts';
import { createCompareNode, type Element, isElement, type Node, readNodeText, withChildren } from './node.ts';
import type { CompareOptions } from './types.ts';

/** Lines around a change that stay when the others are folded away. */
const CONTEXT = 3;

/** Two blocks of code as one, line by line. */
export function compareCode(
  before: Element,
  after: Element,
  { words, folds, names }: CompareOptions,
): Element {
  const [older, newer] = [splitLines(before), splitLines(after)];
  const lines = newer.map(readLine);
  const stretches = diffKeys(readOlder(older, new Set(lines), names), lines);
  if (stretches.every(({ kind }) => kind === 'equal')) return after;
  const joined = stretches.flatMap(({ kind, start, end }, at): readonly Node[] => {
    const stretch = (kind === 'removed' ? older : newer).slice(start, end);
    if (kind !== 'equal') {
      return [addClass(mark(kind, stretch.flat(), words), 'line')];
    }
    return folds ? foldLines(stretch, at === 0, at === stretches.length - 1, words) : stretch.flat();
  });
  return wrapLike(after, joined);
}

type Line = readonly Node[];

/** A line that prints its version is the line that prints that of the other text. */
function readOlder(
  lines: readonly Line[],
  newer: ReadonlySet<string>,
  names: CompareOptions['names'],
): readonly string[] {
  return lines.map((line) => {
    const text = readLine(line);
    if (newer.has(text)) return text;
    const twin = names.map(([one, other]) => text.replaceAll(one, other)).find((each) => newer.has(each));
    return twin ?? text;
  });
}

function readLine(line: Line): string {
  return line.map(readNodeText).join('');
}

/** Every line with its end, and in the elements around it: a comment of three lines becomes three comments. */
function splitLines(element: Element): readonly Line[] {
  const lines: Node[][] = [[]];
  for (const child of findCode(element).children) {
    splitNode(child).forEach((part, at) => {
      if (at > 0) lines.push([]);
      if (part !== undefined) lines.at(-1)?.push(part);
    });
  }
  if (lines.at(-1)?.length === 0) lines.pop();
  return lines;
}

/** The parts of a node on each line; all but the last end in a line feed. */
function splitNode(node: Node): readonly (Node | undefined)[] {
  if (!isElement(node)) return splitText(node.text);
  const lines: Node[][] = [[]];
  for (const child of node.children) {
    splitNode(child).forEach((part, at) => {
      if (at > 0) lines.push([]);
      if (part !== undefined) lines.at(-1)?.push(part);
    });
  }
  return lines.map((children) =>
    children.length === 0 && lines.length > 1 ? undefined : withChildren(node, children),
  );
}

function splitText(text: string): readonly (Node | undefined)[] {
  return text.split(/(?<=\n)/).flatMap((line, at, all): readonly (Node | undefined)[] => {
    const isLast = at === all.length - 1;
    return isLast && line.endsWith('\n') ? [{ text: line }, undefined] : [{ text: line }];
  });
}

/** `pre > code`, or a `pre` alone. */
function findCode(element: Element): Element {
  const [only] = element.children;
  return element.children.length === 1 && only && isElement(only) && only.name === 'code' ? only : element;
}

function wrapLike(element: Element, lines: readonly Node[]): Element {
  const code = findCode(element);
  return code === element ? withChildren(element, lines) : withChildren(element, [withChildren(code, lines)]);
}

function foldLines(
  lines: readonly Line[],
  isFirst: boolean,
  isLast: boolean,
  words: CompareOptions['words'],
): readonly Node[] {
  const head = isFirst ? 0 : CONTEXT;
  const tail = isLast ? 0 : CONTEXT;
  const count = lines.length - head - tail;
  if (count < CONTEXT) return lines.flat();
  const gap = createCompareNode(
    'span',
    [{ text: `${words.unchangedLines.replace('{count}', String(count))}\n` }],
    {
      class: 'unchanged',
    },
  );
  return [...lines.slice(0, head).flat(), gap, ...lines.slice(lines.length - tail).flat()];
}

function addClass(element: Element, name: string): Element {
  return createCompareNode(element.name, element.children, { class: name });
}
