import type { Element, ElementContent } from 'hast';
import { visit } from 'unist-util-visit';
import type { Fence } from '../code/fence.ts';
import { highlightCode } from '../code/highlight.ts';
import { findLanguage } from '../code/languages.ts';
import { parsePlaceholders } from '../code/placeholders.ts';
import type { Step } from '../draft.ts';

/** Turns fences into highlighted code, with a bar above those that ask for a copy button. */
export const buildCodeBlocks: Step = (tree) => {
  visit(tree, 'fence', (fence, index, parent) => {
    if (parent === undefined || index === undefined) return;
    parent.children[index] = fence.info.copy ? createCodeBlock(fence) : createCode(fence);
  });
};

function createCodeBlock(fence: Fence): Element {
  return createElement('div', { className: ['code-block'] }, [
    createBar(fence.info.language),
    createCode(fence),
  ]);
}

function createBar(language: string): Element {
  const name = findLanguage(language)?.name ?? language;
  return createElement('div', { className: ['code-bar'], dataFurniture: '' }, [
    createElement('span', { className: ['code-language'] }, [{ type: 'text', value: name }]),
    createElement('button', { className: ['js-copy'], type: 'button', dataFurniture: '' }, []),
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

function createElement(
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[],
): Element {
  return { type: 'element', tagName, properties, children };
}
