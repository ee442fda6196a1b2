import { describe, expect, test } from 'vitest';
import { fc } from '../property.ts';
import { render, show } from './fill.ts';
import { findDifferences } from './parsers.ts';

/** Cells of the tables of a text, row by row. */
async function listRows(markdown: string): Promise<readonly (readonly string[])[]> {
  const shown = show(await render(markdown));
  return [...shown.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => cell),
  );
}

const more = {
  code: 'markdown/uneven-table',
  message: 'The line below the header of a table has 3 cells, and the header 2.',
};

describe('a table whose head has other cells than the line below is a table', () => {
  test.each([
    ['| a | b |\n| - | - | - |\n| *c* | d | e |', 10],
    ['words\n| a | b |\n| - | - | - |\n| *c* | d | e |', 16],
    ['a | b\n-- | - | -\n*c* | d | e', 6],
    ['> | a | b |\n> | - | - | - |\n> | *c* | d | e |', 14],
    ['1. x\n\n   | a | b |\n   | - | - | - |\n   | *c* | d | e |', 22],
    ['- | a | b |\n  | - | - | - |\n  | *c* | d | e |', 14],
  ])('%j', async (text, offset) => {
    expect(await listRows(text)).toEqual([
      ['a', 'b', ''],
      ['<em>c</em>', 'd', 'e'],
    ]);
    const { problems } = await render(text);
    expect(problems).toEqual([
      {
        ...more,
        severity: 'warning',
        hint: 'Give both the same number of cells: other programs read such a table as text.',
        offset,
      },
    ]);
  });

  test('with more cells in the head', async () => {
    expect(await listRows('| a | b | c |\n| :- | - |\n| d | e | f |')).toEqual([
      ['a', 'b', 'c'],
      ['d', 'e', 'f'],
    ]);
  });

  test('with links that are defined elsewhere, and what is wrong in it at its place', async () => {
    const text = '| a | [b][x] |\n| - | - | - |\n| c | [AUTOTITLE] | e |\n\n[x]: /y';
    const rendering = await render(text);
    expect(show(rendering)).toContain('<a href="{link /y}">b</a>');
    expect(rendering.slots.map((slot) => 'offset' in slot && slot.offset)).toEqual([text.indexOf('[b]')]);
    expect(rendering.problems.map(({ code, offset }) => [code, text.slice(offset, offset + 4)])).toEqual([
      ['markdown/uneven-table', '| - '],
      ['markdown/autotitle-brackets', '[AUT'],
    ]);
  });
});

test('the head of a table on the line of a sentence is reported', async () => {
  const text = 'Words.\n\nThe limits are: | a | b |\n| - | - |\n| c | d |';
  const rendering = await render(text);
  expect(show(rendering)).not.toContain('<table>');
  expect(rendering.problems).toEqual([
    {
      code: 'markdown/no-table',
      severity: 'warning',
      message:
        'What looks like the header of a table has 3 cells, and the line below 2, so readers see text.',
      hint: 'Give both the same number of cells, and put any sentence before the table on its own line.',
      offset: 8,
    },
  ]);
});

test.each([
  '| a | b |\n| - | - |\n| c | d |',
  '| a | b |\n| - | - |\n| c | d |\n| - | - | - |',
  '- words\n| a | b |\n| - | - |\n| c | d |',
  'a | b\n---',
  'a\n| - | - |',
  'a \\| b\n| - | - | - |',
  '```\n| a | b |\n| - | - | - |\n```',
  '    | a | b |\n    | - | - | - |',
  '<pre>\n| a | b |\n| - | - | - |\n</pre>',
  '| a \\| b | c |\n| - | - |',
  '| a | b |\n| - | - |\n| c | d | |',
  '| a | b |\n| - | - |\n| c |',
  '| a | b |\n| - | - |\n| `c \\| d` | `e` |',
  '| a | b |\n| - | - |\n| \\` | \\` |',
])('%j is right', async (text) => {
  const { problems } = await render(text);
  expect(problems.filter(({ code }) => code !== 'markdown/lost-cells')).toEqual([]);
});

test.each([
  [
    '| a | b |\n| - | - |\n| c | d | *e* | f | g |',
    "The row has 5 cells under a header of 2, so readers do not see '*e* | f | g'.",
    'Give the header as many cells, or write `\\|` for a bar that does not separate cells.',
    '*e*',
  ],
  [
    '> - | a | b |\n>   | - | - |\n>   | c | d | e',
    "The row has 3 cells under a header of 2, so readers do not see 'e'.",
    'Give the header as many cells, or write `\\|` for a bar that does not separate cells.',
    'e',
  ],
  [
    '| a | b |\n| - | - |\n| `c|d` | 港 |',
    "The row has 3 cells under a header of 2, so readers do not see '港'.",
    'A bar separates cells in code too: write `\\|` there.',
    '港',
  ],
])('what is lost of a row is quoted: %j', async (text, message, hint, lost) => {
  expect((await render(text)).problems).toEqual([
    { code: 'markdown/lost-cells', severity: 'warning', message, hint, offset: text.indexOf(lost) },
  ]);
});

test('code that a bar parts is reported, though nothing is lost', async () => {
  const text = '| a | b |\n| - | - |\n| `c|d` |';
  expect((await render(text)).problems).toEqual([
    {
      code: 'markdown/parted-code',
      severity: 'warning',
      message: "A bar inside backquotes separates two cells, so readers see '`c' instead of code.",
      hint: 'Write `\\|` there.',
      offset: text.indexOf('`'),
    },
  ]);
});

test('both parsers agree, with any numbers of cells', async () => {
  const row = fc
    .tuple(
      fc.constantFrom('', '> ', '- ', '  ', '1. ', '\t'),
      fc.boolean(),
      fc.array(fc.constantFrom('a', '*b*', '`c`', '`', '\\|', '', '港', '-', ':-', '-', '-', '-'), {
        minLength: 1,
        maxLength: 4,
      }),
    )
    .map(([before, isClosed, cells]) => before + (isClosed ? `| ${cells.join(' | ')} |` : cells.join(' | ')));
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(row, fc.constantFrom('', 'words')), { maxLength: 7 }),
      async (rows) => {
        expect(await findDifferences([rows.join('\n')])).toEqual([]);
      },
    ),
    { numRuns: 400 },
  );
});
