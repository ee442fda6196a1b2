import type { Element, ElementContent, Text } from 'hast';
import { createElement } from '../html/create-element.ts';
import { openText, type RenderContext } from '../render-context.ts';
import type { FenceInfo } from './fence.ts';
import { findLanguage } from './languages.ts';

/**
 * The bar above a block of code: what its author calls it, or else the name of its language, or a word for code in the language of
 * the page; and the copy button, which the page's script gives its word. `others` stand before the button.
 */
export function createCodeBar(
  { language, look: { title } }: Pick<FenceInfo, 'language' | 'look'>,
  draft: RenderContext,
  others: readonly ElementContent[] = [],
): Element {
  const button = createElement('button', { className: ['js-copy'], type: 'button', dataFurniture: '' }, []);
  if (title !== '') {
    const words = createElement('span', { className: ['code-title'] }, [{ type: 'text', value: title }]);
    return createElement('div', { className: ['code-bar'] }, [words, ...others, button]);
  }
  const name: Text = { type: 'text', value: findLanguage(language, draft.codeLanguages)?.name ?? language };
  if (language === '') openText(draft, { kind: 'word', word: 'code' }, name);
  return createElement('div', { className: ['code-bar'], dataFurniture: '' }, [
    createElement('span', { className: ['code-language'] }, [name]),
    ...others,
    button,
  ]);
}
