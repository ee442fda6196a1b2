import type { Element, ElementContent } from 'hast';
import { visit } from '../visit.ts';
import { isAutotitle } from './autotitle.ts';

/** Stands for a title while a heading is read. Parsers put U+FFFD in its place, so no text holds one. */
const MARK = '\0';

/** A heading with marks where its AUTOTITLE links show titles, and what those links lead to. */
export interface MarkedTitles {
  readonly marked: Element;
  readonly urls: readonly string[];
}

/** Undefined for a heading without such links. */
export function markTitles(heading: Element): MarkedTitles | undefined {
  // Most hold none, and copies are dear.
  if (!heading.children.some(holdsAutotitle)) return undefined;
  const marked = structuredClone(heading);
  const urls: string[] = [];
  visit({ type: 'root', children: [marked] }, 'element', (element) => {
    const { href } = element.properties;
    if (element.tagName !== 'a' || typeof href !== 'string' || href === '') return;
    for (const text of element.children.filter(isAutotitle)) {
      text.value = text.value.replace('AUTOTITLE', MARK);
      urls.push(href);
    }
  });
  return urls.length === 0 ? undefined : { marked, urls };
}

function holdsAutotitle(node: ElementContent): boolean {
  return isAutotitle(node) || (node.type === 'element' && node.children.some(holdsAutotitle));
}

/** One piece more than there are titles. */
export function splitAtTitles(text: string): readonly string[] {
  return text.split(MARK);
}
