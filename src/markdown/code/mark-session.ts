import type { ElementContent } from 'hast';
import { toString as toPlainText } from 'hast-util-to-string';
import { createElement } from '../html/create-element.ts';
import { mayBeSession, parseSession } from './session.ts';
import { takeText } from './take-text.ts';

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
    marked.push(...takeText(left, start - at));
    marked.push(createElement('span', { className: [`session-${kind}`] }, takeText(left, end - start)));
    at = end;
  }
  return [...marked, ...left.reverse()];
}
