import { describe, expect, test } from 'vitest';
import { fc } from '../property.ts';
import { render } from './fill.ts';

describe('the plain text', () => {
  test.each([
    ['markup', 'About `rake` and **soil**', 'About rake and soil'],
    ['character references', 'Q&amp;A &lt;x&gt;', 'Q&A <x>'],
    ['blocks', '# One\n\nTwo\nthree\n\n| a | b |\n|---|---|\n| c | d |', 'One Two three a b c d'],
    ['code without its bar', '```yaml copy\na: 1\n```\n\nEnd', 'a: 1 End'],
    [
      'drawings and alert words',
      'Click <svg viewBox="0 0 1 1"><path d="M1 1"/></svg> **Go**\n\n> [!TIP]\n> Water',
      'Click Go Water',
    ],
    ['titles that depend on the page', 'See "[AUTOTITLE](/x)".', 'See "".'],
    ['headings without their anchors', '## One', 'One'],
  ])('of %s is what a reader reads', async (_, markdown, text) => {
    expect((await render(markdown)).text).toBe(text);
  });
});

describe('a line of plain words', () => {
  test('is rendered as if the parser had seen it', async () => {
    const parts = fc.constantFrom(
      ...[
        'Tea',
        'a',
        '日本語',
        'Über',
        '2',
        '10',
        ' ',
        '  ',
        '.',
        ',',
        ':',
        '-',
        '+',
        '#',
        '=',
        '(',
        ')',
        "'",
        '"',
        '!',
        '?',
        '/',
      ],
      ...['www.', 'http:', '//', 'tada', '。', '（', '「', '…', '$', '%', ';', '@', '_', '*', '&', '|', '~'],
    );
    const lines = fc.array(parts, { maxLength: 12 }).map((words) => words.join(''));
    await fc.assert(
      fc.asyncProperty(lines, async (line) => {
        // A line ending keeps a text from the short cut and changes nothing else.
        expect(await render(line)).toEqual(await render(`${line}\n`));
      }),
      { numRuns: 500 },
    );
  });
});
