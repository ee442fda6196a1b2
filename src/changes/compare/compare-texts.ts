import { type Comparer, compareLists, type Marked } from './compare-blocks.ts';
import { createPhraseComparer } from './compare-phrases.ts';
import { createFingerprint } from './fingerprint.ts';
import { foldBlocks, foldItems } from './fold.ts';
import { createCompareNode, type Element, hasClass, isElement, isHeading, type Node } from './node.ts';
import { parseHtml } from './parse-html.ts';
import { createSimilarity } from './similarity.ts';
import { createWordSplitter } from './split-words.ts';
import { stringifyNodes } from './stringify-html.ts';
import type { BlockChange, CompareOptions, Comparison } from './types.ts';

/** The HTML of two texts as one, with marks where they differ in what a reader sees. */
export function compareTexts(before: string, after: string, options: CompareOptions): Comparison {
  const [older, newer] = options.addresses;
  const marked = compareLists(
    parseHtml(before, older),
    parseHtml(after, newer),
    'main',
    createComparer(options),
  );
  const joined = joinAlike(marked);
  const changes = listBlockChanges(joined, options.name);
  const named = nameChanges(joined, changes);
  const nodes = options.folds ? foldBlocks(named, options.words) : named;
  return { html: stringifyNodes(nodes.map(({ node }) => node)), changes };
}

/** What two texts are compared with. */
export function createComparer(options: CompareOptions): Comparer {
  const splitWords = createWordSplitter(options.language);
  const fingerprint = createFingerprint(options);
  const similarity = createSimilarity(splitWords);
  return {
    options,
    fingerprint,
    similarity: (before, after) => (isSameButName(before, after) ? 1 : similarity(before, after)),
    comparePhrases: createPhraseComparer(options, splitWords),
    fold: (nodes, parent) => (options.folds ? foldItems(nodes, parent, options.words) : nodes),
  };

  /** Of a short text, the version it prints can be most of its words. */
  function isSameButName(before: Node, after: Node): boolean {
    const text = fingerprint(before);
    return options.names.some(
      ([older, newer]) => text.includes(older) && text.replaceAll(older, newer) === fingerprint(after),
    );
  }
}

/** Blocks that came or went one after the other share a mark, of which the first has the word. */
export function joinAlike(nodes: readonly Marked[]): readonly Marked[] {
  const joined: Marked[] = [];
  for (const each of nodes) {
    const last = joined.at(-1);
    if (last?.kind === each.kind && isMark(last.node) && isMark(each.node)) {
      const [, ...blocks] = each.node.children;
      joined.pop();
      joined.push({
        kind: each.kind,
        node: createCompareNode(last.node.name, [...last.node.children, ...blocks]),
      });
    } else joined.push(each);
  }
  return joined;
}

function isMark(node: Node): node is Element {
  return isElement(node) && (node.name === 'ins' || node.name === 'del');
}

/** The blocks that differ among those of a text, and the headings they stand under. */
export function listBlockChanges(nodes: readonly Marked[], name: string): readonly BlockChange[] {
  const changes: BlockChange[] = [];
  let section = '';
  for (const { node, kind } of nodes) {
    const headings = listHeadings(node);
    const [first] = headings;
    if (kind !== 'equal') {
      const own = first !== undefined && first === findFirstBlock(node) ? readHeading(first) : section;
      changes.push({ kind, id: `${name}-${changes.length + 1}`, section: own });
    }
    const last = headings.at(-1);
    if (last !== undefined && kind !== 'removed') section = readHeading(last);
  }
  return changes;
}

/** The node itself, or the headings in its mark. */
function listHeadings(node: Node): readonly Node[] {
  if (isHeading(node)) return [node];
  return isMark(node) ? node.children.filter(isHeading) : [];
}

function findFirstBlock(node: Node): Node | undefined {
  return isMark(node) ? node.children.find((child) => isElement(child) && child.isBlock) : node;
}

/** The words of a heading as they are in the new text. */
function readHeading(node: Node): string {
  if (!isElement(node)) return node.text;
  if (node.name === 'del' || hasClass(node, 'sr-only') || hasClass(node, 'link-changed')) return '';
  return node.children.map(readHeading).join('');
}

function nameChanges(nodes: readonly Marked[], changes: readonly BlockChange[]): readonly Marked[] {
  let count = 0;
  return nodes.map((each) => {
    const change = each.kind === 'equal' ? undefined : changes[count++];
    if (change === undefined || !isElement(each.node)) return each;
    const { name, children, attributes } = each.node;
    return { ...each, node: createCompareNode(name, children, new Map([['id', change.id], ...attributes])) };
  });
}
