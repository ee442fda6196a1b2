import type { Element } from 'hast';
import { createCodeBar } from '../code/code-bar.ts';
import type { Fence } from '../code/fence.ts';
import { highlightCode } from '../code/highlight.ts';
import { parsePlaceholders } from '../code/placeholders.ts';
import type { Draft, Step } from '../draft.ts';
import { createElement } from '../html/create-element.ts';
import { visit } from '../visit.ts';

declare module 'hast' {
  interface ElementData {
    /** The element gets a bar with the name of this language: no author can ask for one in HTML. */
    barOf?: string;
  }
}

/** Turns fences into highlighted code, with a bar above those that ask for a copy button. */
export const buildCodeBlocks: Step = (tree, draft) => {
  visit(tree, 'element', ({ data, children }) => {
    if (data?.barOf !== undefined) children.unshift(createCodeBar(data.barOf, draft));
  });
  visit(tree, 'fence', (fence, index, parent) => {
    if (parent === undefined || index === undefined) return;
    parent.children[index] = fence.info.copy ? createCodeBlock(fence, draft) : createCode(fence);
  });
};

function createCodeBlock(fence: Fence, draft: Draft): Element {
  return createElement('div', { className: ['code-block'] }, [
    createCodeBar(fence.info.language, draft),
    createCode(fence),
  ]);
}

function createCode({ info: { language }, value }: Fence): Element {
  const className = language === '' ? [] : ['hljs', `language-${language}`];
  const code = `${value}\n`;
  const children = parsePlaceholders(code, language) ?? highlightCode(code, language);
  return createElement('pre', {}, [
    createElement('code', className.length > 0 ? { className } : {}, children),
  ]);
}
