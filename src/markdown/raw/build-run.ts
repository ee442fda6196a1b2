import type { Element, ElementContent, RootContent, Text } from 'hast';
import { h, s } from 'hastscript';
import { createElement } from '../html/create-element.ts';
import { appendNode } from './append-node.ts';
import { isInSvg, mayStand, takesText } from './places.ts';
import { isPlain, isPlainElement } from './plain-nodes.ts';
import { createPointer, type FindPoint, type Position } from './pointer.ts';
import { VOID_TAGS } from './raw-tags.ts';
import { type HtmlPart, readAttributes, splitHtml, type Tag } from './split-html.ts';

/**
 * Makes of nodes what a parser of HTML would, at a fifth of its price, if every element in them is one that is inserted just
 * where its tag stands. Undefined where that is not sure. Each tag is closed as it was opened: `followTags` has seen to that.
 */
export function buildRun(nodes: readonly RootContent[]): readonly ElementContent[] | undefined {
  const base = createElement('', {}, []);
  const open = [base];
  return nodes.every((node) => placeNode(node, open)) && open.length === 1 ? base.children : undefined;
}

/** Elements that are open, innermost last; the first stands for whatever the nodes are in. */
type Open = Element[];
type Raw = Extract<RootContent, { type: 'raw' }>;

function placeNode(node: RootContent, open: Open): boolean {
  if (node.type === 'raw') return placeHtml(node, open);
  if (node.type === 'text') return placeText(node, open);
  if (node.type === 'element') return placeElement(node, open);
  return (node.type === 'fence' || node.type === 'formula') && append(node, open);
}

function append(node: ElementContent, open: Open): true {
  appendNode(open.at(-1)?.children ?? [], node);
  return true;
}

function placeText(text: Text, open: Open): boolean {
  return text.value !== '' && takesText(open.at(-1)?.tagName ?? '', text.value) && append(text, open);
}

function placeElement(element: Element, open: Open): boolean {
  if (!mayStand(element.tagName, open)) return false;
  if (isPlain(element)) return append(element, open);
  if (!isPlainElement(element)) return false;
  const copy: Element = { ...element, children: [] };
  append(copy, open);
  open.push(copy);
  return element.children.every((child) => placeNode(child, open)) && open.pop() === copy;
}

function placeHtml({ value, position }: Raw, open: Open): boolean {
  if (position === undefined || UNPLAIN.test(value)) return false;
  const findPoint = createPointer(value, position.start);
  return splitHtml(value)?.every((part) => placePart(part, open, findPoint)) ?? false;
}

/** What is not read as it is written: references, and what 13.2.3.5 and 13.2.5 have replaced. */
const UNPLAIN = /[&\0\r]/;

function placePart(part: HtmlPart, open: Open, findPoint: FindPoint): boolean {
  const position = { start: findPoint(part.from), end: findPoint(part.to) };
  switch (part.kind) {
    case 'text':
      return placeText({ type: 'text', value: part.value, position }, open);
    case 'comment':
      return append({ type: 'comment', value: part.value, position }, open);
    case 'start':
      return openElement(part, position, open);
    case 'end':
      return closeElement(part.name, position.end, open);
  }
}

function openElement(tag: Tag, position: Position, open: Open): boolean {
  const inSvg = tag.name === 'svg' || isInSvg(open);
  const attributes = readAttributes(tag);
  if (attributes === undefined || !mayStand(tag.name, open)) return false;
  const element: Element = { ...(inSvg ? s : h)(tag.name, attributes), position };
  append(element, open);
  if (!VOID_TAGS.has(tag.name) && !(inSvg && tag.isClosed)) open.push(element);
  return true;
}

function closeElement(name: string, end: Position['end'], open: Open): boolean {
  const element = open.length > 1 ? open.pop() : undefined;
  if (element?.position === undefined || element.tagName !== name) return false;
  element.position.end = end;
  return true;
}
