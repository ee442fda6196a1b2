import type { Element, ElementContent, Root } from 'hast';
import { alignText } from '../html/align-text.ts';
import type { RenderStep } from '../render-context.ts';
import { visit } from '../visit.ts';

/**
 * Tables: rows whose cells are all empty (left over where a row stood under a condition) go, header cells get their
 * scope, or are none where they are empty, as in a corner, and in a `div.rowheaders` the first cell of each row of the body becomes a header. The class goes: reader views take
 * one with `header` in it for no part of the text. How a cell is aligned is said in the way of today.
 */
export const tidyTables: RenderStep = (tree) => {
  visit(tree, 'element', (element) => {
    if (element.tagName === 'table') tidyTable(element);
    if (/^t[dh]$/.test(element.tagName)) alignCell(element);
  });
  visit(tree, 'element', (element) => {
    if (!hasClass(element, ROW_HEADERS)) return;
    visitRows(element, 'tbody', markRowHeader);
    removeClass(element, ROW_HEADERS);
  });
};

const ROW_HEADERS = 'rowheaders';

function tidyTable(table: Element): void {
  visit(table, 'element', (element) => {
    element.children = element.children.filter((child) => !isEmptyRow(child));
  });
  visitRows(table, 'thead', (row) => {
    for (const cell of findCells(row)) {
      if (cell.tagName !== 'th') continue;
      if (isEmpty(cell)) cell.tagName = 'td';
      else cell.properties.scope ??= 'col';
    }
  });
}

/** `align` is no attribute of HTML any more, and a policy may forbid `style`. */
function alignCell({ properties }: Element): void {
  const { align } = properties;
  if (typeof align !== 'string') return;
  delete properties.align;
  alignText(properties, align);
}

function isEmptyRow(node: ElementContent): boolean {
  if (node.type !== 'element' || node.tagName !== 'tr') return false;
  const cells = findCells(node);
  return cells.length > 0 && cells.every((cell) => cell.tagName === 'td' && isEmpty(cell));
}

/** A cell with `&nbsp;` is meant to be there. */
function isEmpty(cell: Element): boolean {
  return cell.children.every((child) => child.type === 'text' && /^[ \t\r\n]*$/.test(child.value));
}

function markRowHeader(row: Element): void {
  const first = findCells(row)[0];
  if (first?.tagName !== 'td') return;
  first.tagName = 'th';
  first.properties.scope = 'row';
}

function visitRows(tree: Element | Root, group: 'thead' | 'tbody', enter: (row: Element) => void): void {
  visit(tree, 'element', (element) => {
    if (element.tagName !== group) return;
    for (const row of element.children) if (row.type === 'element' && row.tagName === 'tr') enter(row);
  });
}

function findCells(row: Element): Element[] {
  return row.children.filter((child) => child.type === 'element') as Element[];
}

function hasClass({ properties }: Element, name: string): boolean {
  return Array.isArray(properties.className) && properties.className.includes(name);
}

function removeClass({ properties }: Element, name: string): void {
  const others = [properties.className ?? []].flat().filter((each) => each !== name);
  if (others.length > 0) properties.className = others as string[];
  else delete properties.className;
}
