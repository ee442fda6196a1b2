import type { Element, Nodes, Root } from 'hast';
import { toString as toPlainText } from 'hast-util-to-string';

/** Plain text of a tree for titles, descriptions and search: white space collapsed, without what is no text of the author. */
export function extractText(tree: Root): string {
  const parts: string[] = [];
  collect(tree, parts);
  return collapseText(parts.join(''));
}

/** Most blanks are single ones, and stay. */
export function collapseText(text: string): string {
  return text.replace(/\s{2,}|[^\S ]/g, ' ').trim();
}

function collect(node: Nodes, parts: string[]): void {
  if (node.type === 'text' || node.type === 'fence') parts.push(node.value);
  if (node.type === 'fence') parts.push('\n');
  if (node.type === 'root') for (const child of node.children) collect(child, parts);
  if (node.type === 'element') collectElement(node, parts);
}

function collectElement(element: Element, parts: string[]): void {
  if (SILENT.has(element.tagName) || element.properties.dataFurniture !== undefined) return;
  if (element.tagName === 'a' && isAutotitle(element)) return;
  // Signs stand in elements of their own, and are one word.
  if (element.tagName === 'math') return void parts.push(toPlainText(element));
  const separator = INLINE.has(element.tagName) ? '' : ' ';
  parts.push(separator);
  for (const child of element.children) collect(child, parts);
  parts.push(separator);
}

/** What such a link says depends on the page. */
function isAutotitle({ children }: Element): boolean {
  return children.some((child) => child.type === 'text' && child.value.trim() === 'AUTOTITLE');
}

const SILENT = new Set(['svg', 'script', 'style', 'template', 'iframe', 'noscript']);

const INLINE = new Set(
  'a abbr b bdi bdo big cite code data del dfn em font i ins kbd mark q rp rt ruby s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
