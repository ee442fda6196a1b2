import type { Element, Nodes, Root } from 'hast';
import { htmlVoidElements } from 'html-void-elements';
import { html, type Schema, svg } from 'property-information';
import { encode } from './encode.ts';
import { stringifyAttribute } from './stringify-attribute.ts';

/**
 * HTML of a tree, by the rules of hast-util-to-html, to the byte: that asks a dozen settings at each node, and takes twice
 * as long.
 */
export function stringifyHtml(tree: Root): string {
  return stringifyChildren(tree, html);
}

function stringifyChildren(parent: Root | Element, schema: Schema): string {
  let written = '';
  for (const child of parent.children) written += stringifyNode(child, schema, parent);
  return written;
}

function stringifyNode(node: Nodes, schema: Schema, parent: Root | Element): string {
  if (node.type === 'text') return isCode(parent) ? node.value : node.value.replace(/[<&]/g, encode);
  if (node.type === 'element') return stringifyElement(node, schema);
  if (node.type === 'comment') return `<!--${node.value.replace(COMMENT_END, encodeAll)}-->`;
  throw new Error(`There is no HTML for a node of the type '${node.type}'.`);
}

/** The text of these is no HTML. */
function isCode(parent: Root | Element): boolean {
  return parent.type === 'element' && (parent.tagName === 'script' || parent.tagName === 'style');
}

/** What ends a comment, or begins another. */
const COMMENT_END = /^>|^->|<!--|-->|--!>|<!-$/g;

function encodeAll(text: string): string {
  return text.replace(/[<>]/g, encode);
}

function stringifyElement(element: Element, around: Schema): string {
  const { tagName, properties } = element;
  const schema = tagName === 'svg' ? svg : around;
  let start = `<${tagName}`;
  for (const name in properties) start += stringifyAttribute(name, properties[name], schema);
  const content = around === html && tagName === 'template' ? element.content : undefined;
  const inside = stringifyChildren(content ?? element, HTML_IN_SVG.has(tagName) ? html : schema);
  const isVoid = around === html && inside === '' && VOID.has(tagName.toLowerCase());
  return isVoid ? `${start}>` : `${start}>${inside}</${tagName}>`;
}

/** Elements of a drawing that hold HTML. */
const HTML_IN_SVG = new Set(['desc', 'foreignObject', 'title']);
const VOID = new Set(htmlVoidElements);
