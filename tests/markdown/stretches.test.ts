import { describe, expect, test } from 'vitest';
import { hasDeviations } from '../../src/markdown/parse/native-deviations.ts';
import { splitMarkdownBlocks } from '../../src/markdown/parse/split-blocks.ts';

describe('the parser in machine code gets', () => {
  test('content of items that is indented too little, indented as it asks for', () => {
    expect(native('1. a\n  b\n\n  > c\n2. d\n```shell\n e\n```\nf\n')).toBe(
      '1. a\n   b\n\n   > c\n2. d\n   ```shell\n   e\n   ```\n   f\n',
    );
  });

  test('the same in inner items', () => {
    expect(native('1. a\n   - b\n\n    <div>\n\n    c\n\n    </div>\n\n  d')).toBe(
      '1. a\n   - b\n\n     <div>\n\n     c\n\n     </div>\n\n   d',
    );
  });

  test('tabs before text of items as spaces', () => {
    expect(native('1. a\n\t![b](/c.png)\n1. d')).toBe('1. a\n    ![b](/c.png)\n1. d');
  });

  test('dashes with indentation as a rule that is no underline', () => {
    expect(native('# a\n\nb\n  ---\n\n1. c\n  d\n ---\ne')).toBe('# a\n\nb\n  ***\n\n1. c\n   d\n ***\ne');
  });

  test('code by indentation, and lists behind it', () => {
    const text = 'a\n\n    b ****c****\n\n- d\n\n      1. e\n\n- f\n\ng';
    expect(native(text)).toBe(text);
  });

  test('whatever stands in code', () => {
    const text = 'a `~/b`, `https://[c]` and ``www.`d``\n\n```\ne@f.g ****h****\n```';
    expect(native(text)).toBe(text);
  });
});

describe('the reference gets', () => {
  test.each([
    ['an empty item', '1. a\n  b\n2.\n\n  c'],
    ['a block in a quotation', '1. a\n  > - b\n c'],
    ['a comment in an item', '1. a\n  <!-- b\n\n  c -->\n'],
    ['what may or may not go on with a table', '- a\n\n  | b |\n  | - |\nc'],
    ['what may be code or not', 'a~/b` [c](d`e)'],
    ['a bare address that takes a mark of code with it', 'https://a.b/`c~/d e`'],
    ['a list right behind code by indentation that begins in its middle', 'a\n\n    b\n\n2. c'],
    ['tabs in code', '1. a\n   ```\n\tb\n   ```\n c'],
  ])('%s', (_, text) => {
    expect(native(text)).toBe('');
  });
});

/** What is left of a text without its old parts. */
function native(text: string): string {
  return splitMarkdownBlocks(text, hasDeviations)
    .filter(({ isOld }) => !isOld)
    .map((stretch) => stretch.text)
    .join('');
}
