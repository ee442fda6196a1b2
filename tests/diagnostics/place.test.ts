import { expect, test } from 'vitest';
import { placeAt } from '../../src/diagnostics/index.ts';

test('places are counted in lines and columns of the file, however many are asked for in a long text', () => {
  const text = 'Tea.\n湯を注ぐ。\n\n'.repeat(40_000);
  const source = { text, place: { file: 'a.md', line: 5, column: 3 }, verbatim: true };
  expect([0, 2, 5, 7].map((offset) => placeAt(source, offset))).toEqual([
    { file: 'a.md', line: 5, column: 3 },
    { file: 'a.md', line: 5, column: 5 },
    { file: 'a.md', line: 6, column: 1 },
    { file: 'a.md', line: 6, column: 3 },
  ]);
  let [line, column] = [5, 3];
  for (let offset = 0; offset < text.length; offset += 1) {
    const found = placeAt(source, offset);
    if (found.line !== line || found.column !== column)
      expect([offset, found]).toEqual([offset, { line, column }]);
    if (text[offset] === '\n') [line, column] = [line + 1, 1];
    else column += 1;
  }
});
