import type { ElementContent, Text } from 'hast';
import { createElement } from '../html/create-element.ts';
import type { RenderStep } from '../render-context.ts';
import { visit } from '../visit.ts';

/** Characters from which on a word of code may be broken. */
const LONG = 18;
/** Behind a sign, or before a capital inside a word. */
const BREAKS = /(?<=[._/:-])(?=[^._/:-])|(?<=[a-z\d])(?=[A-Z])/;

/** In cells of tables, long words of code may break where they are joined, so that no column grows over the page. */
export const breakLongWords: RenderStep = (tree) => {
  visit(tree, 'element', (cell) => {
    if (cell.tagName !== 'td' && cell.tagName !== 'th') return;
    visit(cell, 'element', (code) => {
      if (code.tagName === 'code') code.children = code.children.flatMap(breakText);
    });
  });
};

function breakText(node: ElementContent): ElementContent[] {
  if (node.type !== 'text' || node.value.length < LONG) return [node];
  return node.value
    .split(/(\s+)/)
    .flatMap((word) => (word.length < LONG ? [createText(word)] : breakWord(word)))
    .filter((part) => part.type !== 'text' || part.value !== '');
}

function breakWord(word: string): ElementContent[] {
  return word
    .split(BREAKS)
    .flatMap((part, index) =>
      index === 0 ? [createText(part)] : [createElement('wbr', {}, []), createText(part)],
    );
}

function createText(value: string): Text {
  return { type: 'text', value };
}
