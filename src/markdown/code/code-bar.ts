import type { Element } from 'hast';
import { createElement } from '../html/create-element.ts';
import { findLanguage } from './languages.ts';

/** The bar above a block of code: name of its language and the copy button, which the page's script gives its word. */
export function createCodeBar(language: string): Element {
  const name = findLanguage(language)?.name ?? language;
  return createElement('div', { className: ['code-bar'], dataFurniture: '' }, [
    createElement('span', { className: ['code-language'] }, [{ type: 'text', value: name }]),
    createElement('button', { className: ['js-copy'], type: 'button', dataFurniture: '' }, []),
  ]);
}
