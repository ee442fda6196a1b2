import { expect, test } from 'vitest';
import { renderMarkdownHere } from '../../src/markdown/index.ts';

/** Flat texts that are longer than anybody writes. A time that grows with the square of their length would be minutes. */
const TEXTS: readonly (readonly [name: string, line: string, number: number])[] = [
  ['headings', '# a\n', 40_000],
  ['rules', '* * *\n', 100_000],
  ['a line of tabs', `${'\t'.repeat(100_000)}\n\na\n`, 1],
  ['a heading', `# A${' '.repeat(100_000)}b\n`, 1],
];

test.each(TEXTS)('%s without an end: rendered', async (_, line, number) => {
  const [rendering] = await renderMarkdownHere([line.repeat(number)], { html: 'clean' });
  expect(rendering?.problems).toEqual([]);
  expect(rendering?.pieces.join('').split('\n').length).toBe(number);
});
