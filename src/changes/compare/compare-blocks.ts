import { align, type Pair } from './align.ts';
import { compareCode } from './compare-code.ts';
import { type ComparePhrases, leadAlike, mark, markLink } from './compare-phrases.ts';
import { compareTable } from './compare-table.ts';
import type { Fingerprint } from './fingerprint.ts';
import { groupPhrases } from './group-phrases.ts';
import {
  createCompareNode,
  type Element,
  isBlank,
  isElement,
  type Node,
  PHRASE,
  withChildren,
} from './node.ts';
import type { Similarity } from './similarity.ts';
import type { ChangeKind, CompareOptions } from './types.ts';

/** A node of the result with what became of it. */
export interface Marked {
  readonly node: Node;
  readonly kind: ChangeKind | 'equal';
}

/** What comparing blocks needs to know of the two texts. */
export interface Comparer {
  readonly options: CompareOptions;
  readonly fingerprint: Fingerprint;
  readonly similarity: Similarity;
  readonly comparePhrases: ComparePhrases;
  /** Folds stretches of equal nodes in an element of this name. */
  readonly fold: (nodes: readonly Marked[], parent: string) => readonly Marked[];
}

/** The nodes of two elements of the same name as one list. */
export function compareLists(
  before: readonly Node[],
  after: readonly Node[],
  parent: string,
  comparer: Comparer,
): readonly Marked[] {
  const [older, newer] = [groupPhrases(before), groupPhrases(after)];
  const pairs = align(older, newer, comparer.fingerprint, comparer.similarity);
  return pairs.flatMap((pair) => comparePair(pair, parent, comparer));
}

/** Two nodes at one place; where they cannot be read as one, the old one and then the new one. */
export function comparePair(
  { before, after, isEqual }: Pair,
  parent: string,
  comparer: Comparer,
): readonly Marked[] {
  if (before === undefined || after === undefined) {
    if (after !== undefined) return [{ kind: 'added', node: markWhole('added', after, parent, comparer) }];
    if (before !== undefined)
      return [{ kind: 'removed', node: markWhole('removed', before, parent, comparer) }];
    return [];
  }
  if (isEqual) return [{ kind: 'equal', node: after }];
  const node = compareAlike(before, after, comparer);
  if (node === after) return [{ kind: 'equal', node }];
  if (node !== undefined) return [{ kind: 'changed', node }];
  return [
    ...comparePair({ before, after: undefined, isEqual: false }, parent, comparer),
    ...comparePair({ before: undefined, after, isEqual: false }, parent, comparer),
  ];
}

/** Undefined where the two have too little in common; `after` itself where nothing differs in what a reader sees. */
function compareAlike(before: Node, after: Node, comparer: Comparer): Node | undefined {
  if (!isElement(before) || !isElement(after)) return undefined;
  if (after.name === 'pre' && before.name === 'pre') return compareCode(before, after, comparer.options);
  if (after.name === 'table' && before.name === 'table') return compareTable(before, after, comparer);
  if (isPhrasing(before) && isPhrasing(after)) {
    if (!isSameKind(before, after)) return undefined;
    const children = comparer.comparePhrases(before.children, after.children);
    return children === after.children ? after : children && withChildren(after, children);
  }
  if (before.name !== after.name) return undefined;
  const marked = compareLists(before.children, after.children, after.name, comparer);
  const { readAddress, words } = comparer.options;
  const link = leadAlike(before, after, readAddress) ? [] : [markLink(words)];
  if (link.length === 0 && marked.every(({ kind }) => kind === 'equal')) return after;
  return open(withChildren(after, [...listNodes(comparer.fold(marked, after.name)), ...link]));
}

/** Words of a paragraph may stand in a paragraph of their own in one text and without in the other. */
function isSameKind(before: Element, after: Element): boolean {
  return [before, after].every(({ name }) => name === 'p' || name === PHRASE) || before.name === after.name;
}

/** What differs inside of a closed box should be seen. */
function open(element: Element): Element {
  if (element.name !== 'details') return element;
  return createCompareNode(element.name, element.children, new Map([...element.attributes, ['open', '']]));
}

export function listNodes(marked: readonly Marked[]): readonly Node[] {
  return marked.map(({ node }) => node);
}

/** Holds words and inline elements only. */
function isPhrasing({ children }: Element): boolean {
  return !children.some((child) => isElement(child) && child.isBlock);
}

/** Elements whose children are of certain kinds: the mark goes into each child instead of around it. */
const STRICT = new Set([
  'ul',
  'ol',
  'dl',
  'table',
  'thead',
  'tbody',
  'tfoot',
  'tr',
  'details',
  'figure',
  'fieldset',
]);
/** Those that take the mark in at their turn. */
const ROWS = new Set(['ul', 'ol', 'dl', 'table', 'thead', 'tbody', 'tfoot', 'tr', 'colgroup']);

/** A node that is only in one of the texts, with its mark around it, or inside where nothing may stand around it. */
export function markWhole(kind: 'added' | 'removed', node: Node, parent: string, comparer: Comparer): Node {
  const { words } = comparer.options;
  if (!isElement(node) || !STRICT.has(parent)) return mark(kind, [node], words);
  if (node.name === PHRASE) return mark(kind, [node], words);
  if (ROWS.has(node.name)) {
    const children = node.children.map((child) =>
      isElement(child) ? markWhole(kind, child, node.name, comparer) : child,
    );
    return withChildren(node, children);
  }
  const attributes = new Map([...node.attributes, ['class', `is-${kind}`]]);
  // An empty cell has nothing to mark: a screen reader would hear of what is not there.
  const children = node.children.every(isBlank) ? node.children : [mark(kind, node.children, words)];
  return createCompareNode(node.name, children, attributes);
}
