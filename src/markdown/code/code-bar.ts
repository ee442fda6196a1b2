import type { Element, ElementContent, Text } from 'hast';
import { createElement } from '../html/create-element.ts';
import { openText, type RenderContext } from '../render-context.ts';
import { findLanguage } from './languages.ts';

/**
 * The bar above a block of code: name of its language, or a word for code in the language of the page, and the copy
 * button, which the page's script gives its word. `others` stand before the button.
 */
export function createCodeBar(
  language: string,
  draft: RenderContext,
  others: readonly ElementContent[] = [],
): Element {
  const name: Text = { type: 'text', value: findLanguage(language, draft.codeLanguages)?.name ?? language };
  if (language === '') openText(draft, { kind: 'word', word: 'code' }, name);
  return createElement('div', { className: ['code-bar'], dataFurniture: '' }, [
    createElement('span', { className: ['code-language'] }, [name]),
    ...others,
    createElement('button', { className: ['js-copy'], type: 'button', dataFurniture: '' }, []),
  ]);
}
