import type { Nodes, Root, RootContent } from 'mdast';
import type { Parser } from '../types.ts';
import { visitAll } from '../visit.ts';
import { parseNatively } from './native.ts';
import { hasDefinitions, hasDeviations, hasOddCharacters } from './native-deviations.ts';
import { parseByReference } from './reference.ts';
import { type MarkdownBlock, splitMarkdownBlocks } from './split-blocks.ts';
import { disguiseWideMarks, revealWideMarks } from './wide-marks.ts';

/**
 * Markdown to a tree, the same by either parser: the native one gets no more than what it surely reads as the
 * reference does, for it knows nothing of the older syntax.
 */
export function parseTree(markdown: string, parser: Parser): Root {
  if (parser === 'reference' || parseNatively === undefined || hasOddCharacters(markdown))
    return parseByReference(markdown);
  const stretches = splitMarkdownBlocks(markdown, hasDeviations);
  const old = stretches.filter(({ isOld }) => isOld);
  if (old.length === stretches.length || (old.length > 0 && hasDefinitions(markdown)))
    return parseByReference(markdown);
  const tree = parseModern(markdown, stretches, parseNatively);
  if (tree === undefined) return parseByReference(markdown);
  if (old.length === 0) return tree;
  const children = [
    ...tree.children,
    ...joinNeighbours(old).flatMap((stretch) => parseOld(markdown, stretch)),
  ];
  return { ...tree, children: children.sort((a, b) => offsetOf(a) - offsetOf(b)) };
}

/** All that is not old, at once, for it may hold definitions. Undefined where that is for the reference, too. */
function parseModern(
  markdown: string,
  stretches: readonly MarkdownBlock[],
  parse: (markdown: string) => Root,
): Root | undefined {
  // With empty lines in place of what is old, so that offsets are right; numbers of lines are not, and nobody asks.
  const texts = stretches.map(({ text, isOld }) => (isOld ? '\n'.repeat(text.length) : text));
  const modern = texts.join('');
  const disguised = disguiseWideMarks(modern);
  // Definitions are found by their words.
  if (disguised === undefined || (disguised.text !== modern && hasDefinitions(markdown))) return undefined;
  const tree = parse(disguised.text);
  revealWideMarks(tree, disguised);
  if (stretches.every(({ start, end, text }) => text === markdown.slice(start, end))) return tree;
  const originals = stretches.map(({ start, end, isOld }, at) =>
    isOld ? texts[at] : markdown.slice(start, end),
  );
  moveBack(tree, modern.split('\n'), originals.join('').split('\n'));
  return tree;
}

/** Gives a tree the offsets of a text whose lines are as long but for their indentation. */
function moveBack(tree: Root, lines: readonly string[], originals: readonly string[]): void {
  let start = 0;
  const ends = originals.map((line) => {
    start += line.length + 1;
    return start - 1;
  });
  visitAll(tree, ({ position }) => {
    if (position === undefined) return;
    for (const point of [position.start, position.end]) {
      const [line = '', original = ''] = [lines[point.line - 1], originals[point.line - 1]];
      const rest = Math.min(line.length - (point.column - 1), original.length);
      point.offset = (ends[point.line - 1] ?? 0) - rest;
    }
  });
}

function joinNeighbours(stretches: readonly MarkdownBlock[]): readonly MarkdownBlock[] {
  const joined: MarkdownBlock[] = [];
  for (const stretch of stretches) {
    const last = joined.at(-1);
    if (last?.end !== stretch.start) joined.push(stretch);
    else joined[joined.length - 1] = { ...last, end: stretch.end, text: last.text + stretch.text };
  }
  return joined;
}

function parseOld(markdown: string, { start, end }: MarkdownBlock): RootContent[] {
  const tree = parseByReference(markdown.slice(start, end));
  visitAll(tree, ({ position }) => {
    if (position === undefined) return;
    for (const point of [position.start, position.end]) point.offset = (point.offset ?? 0) + start;
  });
  return tree.children;
}

function offsetOf({ position }: Nodes): number {
  return position?.start.offset ?? 0;
}
