import type { ElementContent } from 'hast';
import { toString as toPlainText } from 'hast-util-to-string';
import { createElement } from '../html/create-element.ts';
import type { FenceLook } from './fence-words.ts';
import { takeText } from './take-text.ts';

/**
 * Puts lines that are set off or numbered in elements of their own, each with its end, so that the text stays what it is. The style
 * sheet draws numbers and signs.
 */
export function setLines(
  nodes: ElementContent[],
  { lines, firstNumber }: Pick<FenceLook, 'lines' | 'firstNumber'>,
): ElementContent[] {
  if (lines.size === 0 && firstNumber === undefined) return nodes;
  const texts = nodes
    .map((node) => toPlainText(node))
    .join('')
    .split(/(?<=\n)/);
  const left = nodes.toReversed();
  return texts.flatMap((text, at) => {
    const content = takeText(left, text.length);
    const kind = lines.get(at + 1);
    if (kind === undefined && firstNumber === undefined) return content;
    const className = ['code-line', ...(kind === undefined ? [] : [`line-${kind}`])];
    const number = firstNumber === undefined ? {} : { dataLine: String(firstNumber + at) };
    return [createElement('span', { className, ...number }, content)];
  });
}
