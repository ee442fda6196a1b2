import { align } from './align.ts';
import {
  type Comparer,
  compareLists,
  comparePair,
  listNodes,
  type Marked,
  markWhole,
} from './compare-blocks.ts';
import { createCompareNode, type Element, isElement, type Node, withChildren } from './node.ts';

/** A column of the result: its place in the rows of either table. */
interface Column {
  readonly before: number | undefined;
  readonly after: number | undefined;
}

/** Two tables as one: a column that came or went is one in every row, a row that came shifts none. */
export function compareTable(before: Element, after: Element, comparer: Comparer): Element {
  const columns = pairColumns(before, after, comparer);
  let differs = false;
  const sections = pairSections(before, after).map(([older, newer]) => {
    const one = newer ?? older;
    if (one === undefined) return { text: '' };
    if (older === undefined || newer === undefined) {
      differs = true;
      return markWhole(newer ? 'added' : 'removed', one, 'table', comparer);
    }
    const marked = ROWS.has(one.name)
      ? compareRows(older, newer, columns, comparer)
      : compareLists(older.children, newer.children, one.name, comparer);
    if (marked.every(({ kind }) => kind === 'equal')) return newer;
    differs = true;
    return withChildren(newer, listNodes(comparer.fold(marked, one.name)));
  });
  return differs ? withChildren(after, sections) : after;
}

const ROWS = new Set(['thead', 'tbody', 'tfoot', 'table']);

/** Head with head, body with body, in the order of the new table. */
function pairSections(
  before: Element,
  after: Element,
): readonly (readonly [Element | undefined, Element | undefined])[] {
  const rest = before.children.filter(isElement);
  const pairs = after.children.filter(isElement).map((newer) => {
    const at = rest.findIndex(({ name }) => name === newer.name);
    return [at === -1 ? undefined : rest.splice(at, 1)[0], newer] as const;
  });
  return [...pairs, ...rest.map((older) => [older, undefined] as const)];
}

function compareRows(
  before: Element,
  after: Element,
  columns: readonly Column[],
  comparer: Comparer,
): readonly Marked[] {
  const rows = align(listChildren(before), listChildren(after), comparer.fingerprint, comparer.similarity);
  return rows.flatMap((pair): readonly Marked[] => {
    const [older, newer] = [pair.before, pair.after].map((row) => row && listChildren(row as Element));
    const one = pair.after ?? pair.before;
    if (pair.isEqual || one === undefined || !isElement(one)) return comparePair(pair, after.name, comparer);
    if (!fits(older, 'before', columns) || !fits(newer, 'after', columns)) {
      return older && newer && older.length !== newer.length
        ? comparePair({ ...pair, before: undefined }, after.name, comparer).concat(
            comparePair({ ...pair, after: undefined }, after.name, comparer),
          )
        : comparePair(pair, after.name, comparer);
    }
    const cells = columns.flatMap((column) =>
      compareCells(
        column.before === undefined ? undefined : older?.[column.before],
        column.after === undefined ? undefined : newer?.[column.after],
        comparer,
      ),
    );
    const kind = older === undefined ? 'added' : newer === undefined ? 'removed' : 'changed';
    if (kind === 'changed' && cells.every(({ kind }) => kind === 'equal'))
      return [{ kind: 'equal', node: one }];
    return [{ kind, node: withChildren(one, listNodes(cells)) }];
  });
}

/** Cells never part in two: each is one cell, whatever became of it. */
function compareCells(
  before: Element | undefined,
  after: Element | undefined,
  comparer: Comparer,
): readonly Marked[] {
  if (before === undefined && after === undefined)
    return [{ kind: 'equal', node: createCompareNode('td', []) }];
  if (before === undefined || after === undefined)
    return comparePair({ before, after, isEqual: false }, 'tr', comparer);
  if (comparer.fingerprint(before) === comparer.fingerprint(after)) return [{ kind: 'equal', node: after }];
  const marked = compareLists(before.children, after.children, 'td', comparer);
  if (marked.every(({ kind }) => kind === 'equal')) return [{ kind: 'equal', node: after }];
  return [{ kind: 'changed', node: withChildren(after, listNodes(marked)) }];
}

/** By place where the tables are equally wide, else by the words of their first rows. */
function pairColumns(before: Element, after: Element, comparer: Comparer): readonly Column[] {
  const [older, newer] = [before, after].map(listFirstRow);
  if (older === undefined || newer === undefined || older.length === newer.length) {
    return (newer ?? []).map((_, at) => ({ before: at, after: at }));
  }
  const find = (cells: readonly Element[], node: Node | undefined) =>
    node === undefined ? undefined : cells.indexOf(node as Element);
  return align(older, newer, comparer.fingerprint, comparer.similarity).map((pair) => ({
    before: find(older, pair.before),
    after: find(newer, pair.after),
  }));
}

function listFirstRow(table: Element): readonly Element[] {
  const row = table.children
    .filter(isElement)
    .flatMap((child) =>
      child.name === 'tr' ? [child] : child.name === 'caption' ? [] : listChildren(child),
    )[0];
  return row === undefined ? [] : listChildren(row);
}

function listChildren(element: Element): readonly Element[] {
  return element.children.filter(isElement);
}

/** Whether a row has a cell for every column and no cell that spans several. */
function fits(
  cells: readonly Element[] | undefined,
  side: keyof Column,
  columns: readonly Column[],
): boolean {
  if (cells === undefined) return true;
  const width = columns.filter((column) => column[side] !== undefined).length;
  return (
    cells.length === width &&
    !cells.some(({ attributes }) => attributes.has('colspan') || attributes.has('rowspan'))
  );
}
