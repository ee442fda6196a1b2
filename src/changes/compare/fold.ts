import type { Marked } from './compare-blocks.ts';
import { createCompareNode, type Node, readLevel, readNodeText } from './node.ts';
import type { CompareWords } from './types.ts';

/** Equal nodes from which on a stretch is folded. */
const FROM = 3;

/** Characters of a block that may stay before a change, to show where one is. */
const MAX_CONTEXT = 600;

/** Items of lists and rows of tables that are equal give way to their number. */
export function foldItems(nodes: readonly Marked[], parent: string, words: CompareWords): readonly Marked[] {
  if (parent === 'ul' || parent === 'ol') {
    return foldStretches(numberItems(nodes, parent), NOTHING, (stretch) =>
      createCompareNode('li', [{ text: format(words.unchangedItems, stretch) }], { class: 'unchanged' }),
    );
  }
  if (parent !== 'tbody') return nodes;
  return foldStretches(nodes, NOTHING, (stretch) => {
    const [row] = stretch;
    const span = row && 'children' in row ? row.children.filter((cell) => 'name' in cell).length : 1;
    const cell = createCompareNode('td', [{ text: format(words.unchangedRows, stretch) }], {
      colspan: String(span),
    });
    return createCompareNode('tr', [cell], { class: 'unchanged' });
  });
}

/** Equal blocks of the outermost level stay in a closed box, but for the headings that a change stands under and what is right before it. */
export function foldBlocks(nodes: readonly Marked[], words: CompareWords): readonly Marked[] {
  return foldStretches(nodes, findContext, (stretch) =>
    createCompareNode(
      'details',
      [createCompareNode('summary', [{ text: format(words.unchangedBlocks, stretch) }]), ...stretch],
      { class: 'unchanged' },
    ),
  );
}

type FindContext = (stretch: readonly Node[]) => ReadonlySet<Node>;

const NOTHING: FindContext = () => new Set();

function findContext(stretch: readonly Node[]): ReadonlySet<Node> {
  const last = stretch.at(-1);
  const short = last && readNodeText(last).length <= MAX_CONTEXT ? [last] : [];
  return new Set([...short, ...listOpenHeadings(stretch)]);
}

/** The last heading and those it stands under, so that no level is missing while the box is closed. */
function listOpenHeadings(stretch: readonly Node[]): readonly Node[] {
  let open = Number.POSITIVE_INFINITY;
  return stretch.toReversed().filter((node) => {
    const level = readLevel(node) ?? open;
    if (level >= open) return false;
    open = level;
    return true;
  });
}

/** `findContext`: what of a stretch that a change follows stays as it is. */
function foldStretches(
  nodes: readonly Marked[],
  findContext: FindContext,
  fold: (stretch: readonly Node[]) => Node,
): readonly Marked[] {
  const folded: Marked[] = [];
  let stretch: Marked[] = [];
  const endStretch = (context: ReadonlySet<Node>) => {
    let closed: Marked[] = [];
    const endClosed = () => {
      if (closed.length < FROM) folded.push(...closed);
      else folded.push({ kind: 'equal', node: fold(closed.map(({ node }) => node)) });
      closed = [];
    };
    for (const each of stretch) {
      if (!context.has(each.node)) {
        closed.push(each);
        continue;
      }
      endClosed();
      folded.push(each);
    }
    endClosed();
    stretch = [];
  };
  for (const each of nodes) {
    if (each.kind === 'equal') {
      stretch.push(each);
      continue;
    }
    endStretch(findContext(stretch.map(({ node }) => node)));
    folded.push(each);
  }
  endStretch(new Set());
  return folded;
}

/** Items keep their own numbers: one that is gone has none, and those that are folded away are counted. */
function numberItems(nodes: readonly Marked[], parent: string): readonly Marked[] {
  if (parent === 'ul') return nodes;
  let number = 0;
  return nodes.map((each) => {
    if (each.kind === 'removed' || !('name' in each.node)) return each;
    number += 1;
    const { name, children, attributes } = each.node;
    return {
      ...each,
      node: createCompareNode(name, children, new Map([['value', String(number)], ...attributes])),
    };
  });
}

function format(sentence: string, { length }: readonly Node[]): string {
  return sentence.replace('{count}', String(length));
}
