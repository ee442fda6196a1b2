import type { Element, ElementContent, Root } from 'hast';
import { createElement } from '../html/create-element.ts';
import type { RenderStep } from '../render-context.ts';

/**
 * An image in a step (an item of an ordered list, at any depth) gets a block of its own: it shows what the step says.
 * One that words follow on its line is an icon in a sentence, and stays there.
 */
export const wrapStepImages: RenderStep = (tree) => visitBlocks(tree, false, false);

/** Elements that hold paragraphs, or in a tight list the words themselves. */
const BLOCKS = new Set(['li', 'div', 'section', 'blockquote', 'td', 'th', 'dd', 'details', 'ol', 'ul', 'dl']);

function visitBlocks(parent: Root | Element, isOrdered: boolean, isInStep: boolean): void {
  for (const child of parent.children) {
    if (child.type !== 'element' || !(BLOCKS.has(child.tagName) || isTablePart(child))) continue;
    visitBlocks(
      child,
      isOrdered || child.tagName === 'ol',
      isInStep || (isOrdered && child.tagName === 'li'),
    );
  }
  if (!isInStep || parent.type === 'root') return;
  parent.children = parent.children.flatMap((child, at, children) => {
    if (isImage(child)) return [isFollowed(children, at) ? child : wrap(child)];
    return child.type === 'element' && child.tagName === 'p' ? splitParagraph(child) : [child];
  });
}

function isTablePart({ tagName }: Element): boolean {
  return /^(?:table|t(?:head|body|foot|r))$/.test(tagName);
}

/** An image, or a link around one. */
function isImage(node: ElementContent): boolean {
  if (node.type !== 'element') return false;
  if (node.tagName === 'img' || node.tagName === 'picture') return true;
  return node.tagName === 'a' && node.children.length > 0 && node.children.every(isImage);
}

/** Whether words follow on the same line. */
function isFollowed(siblings: readonly ElementContent[], at: number): boolean {
  const next = siblings[at + 1];
  if (next === undefined) return false;
  if (next.type === 'text')
    return /^[ \t]*$/.test(next.value) ? isFollowed(siblings, at + 1) : !/^[ \t]*\n/.test(next.value);
  if (next.type !== 'element' || next.tagName === 'br' || isImage(next)) return false;
  return !BLOCKS.has(next.tagName) && !/^(?:p|pre|table|h[1-6]|hr)$/.test(next.tagName);
}

function wrap(image: ElementContent): Element {
  return createElement('div', { className: ['step-image'] }, [image]);
}

/** A paragraph cannot hold a block: it ends before the image, and another begins behind it. */
function splitParagraph(paragraph: Element): ElementContent[] {
  const parts: ElementContent[] = [];
  let words: ElementContent[] = [];
  for (const [at, child] of paragraph.children.entries()) {
    if (!isImage(child) || isFollowed(paragraph.children, at)) {
      words.push(child);
      continue;
    }
    parts.push(...closeParagraph(paragraph, words), wrap(child));
    words = [];
  }
  return parts.length === 0 ? [paragraph] : [...parts, ...closeParagraph(paragraph, words)];
}

function closeParagraph(paragraph: Element, words: readonly ElementContent[]): ElementContent[] {
  const children = words.map((child) => ({ ...child }));
  const [first, last] = [children[0], children.at(-1)];
  if (first?.type === 'text') first.value = first.value.trimStart();
  if (last?.type === 'text') last.value = last.value.trimEnd();
  const isBlank = children.every((child) => (child.type === 'text' ? child.value === '' : isBreak(child)));
  return isBlank ? [] : [{ ...paragraph, children }];
}

function isBreak(node: ElementContent): boolean {
  return node.type === 'element' && node.tagName === 'br';
}
