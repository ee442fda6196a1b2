import type { ElementContent } from 'hast';
import { toString as toPlainText } from 'hast-util-to-string';
import { createElement } from '../html/create-element.ts';
import { mayBeSession, parseSession } from './session.ts';

/**
 * Puts prompts and output of what a terminal shows in elements of their own, for the copy button takes commands only, and
 * a selection leaves prompts out. Code is highlighted before: elements that reach over a border are parted there.
 */
export function markSession(nodes: ElementContent[], language: string): ElementContent[] {
  if (!mayBeSession(language)) return nodes;
  const parts = parseSession(nodes.map((node) => toPlainText(node)).join(''), language);
  if (parts === undefined) return nodes;
  const left = nodes.toReversed();
  const marked: ElementContent[] = [];
  let at = 0;
  for (const { kind, start, end } of parts) {
    marked.push(...take(left, start - at));
    marked.push(createElement('span', { className: [`session-${kind}`] }, take(left, end - start)));
    at = end;
  }
  return [...marked, ...left.reverse()];
}

/** Takes nodes with so many characters from the end of a list that is turned round. */
function take(left: ElementContent[], length: number): ElementContent[] {
  const taken: ElementContent[] = [];
  let missing = length;
  while (missing > 0) {
    const node = left.pop();
    if (node === undefined) break;
    const own = toPlainText(node).length;
    const [before, after] = own <= missing ? [node, undefined] : splitNode(node, missing);
    taken.push(before);
    if (after !== undefined) left.push(after);
    missing -= Math.min(own, missing);
  }
  return taken;
}

function splitNode(node: ElementContent, at: number): readonly [ElementContent, ElementContent | undefined] {
  if (node.type === 'text')
    return [
      { ...node, value: node.value.slice(0, at) },
      { ...node, value: node.value.slice(at) },
    ];
  if (node.type !== 'element') return [node, undefined];
  const left = node.children.toReversed();
  return [
    { ...node, children: take(left, at) },
    { ...node, children: left.reverse() },
  ];
}
