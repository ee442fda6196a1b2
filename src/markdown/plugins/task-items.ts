import type { Element } from 'hast';
import { toString as toText } from 'hast-util-to-string';
import type { RenderStep } from '../render-context.ts';
import { visit } from '../visit.ts';

/** Boxes of task lists get the words of their item as a label, without those of lists and blocks inside it. */
export const labelTaskItems: RenderStep = (tree) => {
  visit(tree, 'element', (item) => {
    const isTask =
      Array.isArray(item.properties.className) && item.properties.className.includes('task-list-item');
    if (!isTask) return;
    const [first] = item.children.filter((child) => child.type === 'element');
    const line =
      first?.tagName === 'p'
        ? first
        : { ...item, children: item.children.filter((child) => !isBlock(child)) };
    const box = line.children.find(
      (child): child is Element => 'tagName' in child && child.tagName === 'input',
    );
    const label = cutUnknownTitle(toText(line)).replace(/\s+/g, ' ').trim();
    if (box !== undefined && label !== '') box.properties.ariaLabel ??= label;
  });
};

/** A title that only the page knows takes its sentence with it: "Kept for a week. See AUTOTITLE." is "Kept for a week." */
function cutUnknownTitle(text: string): string {
  const [known = ''] = text.split(/\bAUTOTITLE\b/);
  return known === text ? text : (/^.*[.!?。！？]/s.exec(known)?.[0] ?? known);
}

function isBlock(node: Element['children'][number]): boolean {
  return node.type === 'element' && /^(?:ul|ol|pre|p|div|table|blockquote|section)$/.test(node.tagName);
}
