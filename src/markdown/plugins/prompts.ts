import type { Element, Parents, Text } from 'hast';
import { toString as toPlainText } from 'hast-util-to-string';
import { openText, type RenderContext, type RenderStep } from '../render-context.ts';
import { visit } from '../visit.ts';

/** Leaves room for a link behind each prompt in the text, for the site says where prompts can be put. */
export const openPrompts: RenderStep = (tree, draft) => {
  visit(tree, 'element', (element, index, parent) => {
    if (!isPrompt(element) || parent === undefined || index === undefined || isLink(parent)) return;
    const words = toPlainText(element).trim();
    if (words === '') return;
    parent.children.splice(index + 1, 0, createPromptLink(words, draft));
    return index + 2;
  });
};

/** A place for a link that puts the words to a chat. */
export function createPromptLink(words: string, draft: RenderContext): Text {
  const text: Text = { type: 'text', value: '' };
  openText(draft, { kind: 'prompt', text: words }, text);
  return text;
}

function isPrompt({ tagName, properties }: Element): boolean {
  return tagName === 'code' && Array.isArray(properties.className) && properties.className.includes('prompt');
}

function isLink(parent: Parents): boolean {
  return parent.type === 'element' && parent.tagName === 'a';
}
