import { describe, expect, test } from 'vitest';
import { hasDeviations } from '../../src/markdown/parse/native-deviations.ts';
import { splitMarkdownBlocks } from '../../src/markdown/parse/split-blocks.ts';
import { disguiseWideMarks } from '../../src/markdown/parse/wide-marks.ts';
import { fc, takeShare } from '../property.ts';
import { findDifferences } from './parsers.ts';

describe('beside wide characters, both parsers pair the same marks', () => {
  test('of any words, marks and signs', async () => {
    const words = fc.array(fc.constantFrom(...WORDS), { minLength: 3, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(fc.array(words, { maxLength: 30 }), async (paragraphs) => {
        expect(await findDifferences([paragraphs.map((each) => each.join('')).join('\n\n')])).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('whatever kind of character stands on either side', async () => {
    const sides = ['港', '「', '。', '０', 'a', '.', ' ', '–', '“', '🚢', '한', 'ｱ', '゙', '\ufe0e'];
    const texts = ['*', '**', '***', '_', '__', '~~'].flatMap((mark) =>
      sides.flatMap((one) =>
        sides.map((other) => `x${one}${mark}${other}y${one}${mark}${other}z${other}${mark}${one}w`),
      ),
    );
    expect(await findDifferences([texts.join('\n\n')])).toEqual([]);
  });

  test('whatever character there is', async () => {
    const characters = Array.from({ length: 0xffff - 0x1100 }, (_, at) => 0x1100 + at)
      .filter((code) => !(code >= 0xd800 && code < 0xf900))
      .filter((code) => code % 97 === 0 || /[\p{P}\p{S}]/u.test(String.fromCharCode(code)))
      .filter((code) => code < 0x2500 || code > 0x2e00 || code % 7 === 0)
      .map((code) => String.fromCharCode(code));
    const texts = characters.map((each) => `a**${each}b${each}**a )**${each} ${each}**( 港**${each}**`);
    const some = takeShare(texts, 4);
    const blocks = Array.from({ length: 40 }, (_, at) => some.filter((_text, index) => index % 40 === at));
    expect(await findDifferences(blocks.map((block) => block.join('\n\n')))).toEqual([]);
  });

  test.each([
    ['in the words of a link, in its title and in code', '**「[船**「a`**「b`](/c "**「d**")」**は'],
    [
      'in HTML and tables',
      '<b title="は**「a">港**「b」**へ</b>\n\n| は**「a」**へ |\n| - |\n| `は**「`**へ |',
    ],
    [
      'beside an address',
      'は**「https://a.example/b」**へ\n\nは**「www.a.example」**へ\n\nは**「a@b.example」**へ',
    ],
    ['behind a backslash', 'は\\**「a」**へ\n\nは\\\\**「a」**へ'],
    ['with characters that could stand in for others', 'は**「\ue000」**へ\u2e00'],
    ['where a name of a link holds some', 'は**「[a]」**へ [「**a**」へ]\n\n[a]: /b\n[「**a**」へ]: /c'],
    [
      'in links before text without blanks',
      '**「港」**は[a](https://b.example/c)にある。[`x`](https://d.example)を',
    ],
    ['in what is no link', 'は**「a」**へ a](https://b.example/c)にある。 \\[a](https://b.example/c)にある'],
  ])('%s', async (_, text) => {
    expect(await findDifferences([text])).toEqual([]);
  });
});

describe('the parser in machine code gets', () => {
  test('another character beside marks that it would take otherwise', () => {
    const show = (text: string) =>
      disguiseWideMarks(text)
        ?.text.replace(/[\ue000-\ue03f]/g, 'X')
        .replace(/[\u2e00-\u2e3f]/g, '.');
    expect(show('船は**「港」**へ')).toBe('船は**X港X**へ');
    expect(show('*書き込み*、*管理*')).toBe('*書き込み*X*管理*');
    expect(show('船は**(港)**へ')).toBe('船.**(港)**.');
    expect(show('**港**と **「船」** を')).toBe('**港**と **「船」** を');
  });

  test.each(['船は**「港」**へ。', '[a](https://b.example/c)にある。', '**—a**、“*b*”', '０**を'])(
    '%j',
    (text) => {
      expect(splitMarkdownBlocks(text, hasDeviations)).toMatchObject([{ isOld: false }]);
    },
  );

  test.each(['船は**「~~a~~」**へ', 'https://b.example/cにある。', '港**🚢**a'])('nothing of %j', (text) => {
    expect(splitMarkdownBlocks(text, hasDeviations)).toMatchObject([{ isOld: true }]);
  });
});

const WORDS = [
  ...[
    '港',
    '船',
    'は',
    'を',
    'ー',
    '한',
    '０',
    'a',
    'b',
    ' ',
    '「',
    '」',
    '。',
    '（',
    '）',
    '、',
    '・',
    '：',
  ],
  ...[
    '(',
    ')',
    '.',
    '"',
    '–',
    '*',
    '*',
    '**',
    '**',
    '**',
    '***',
    '_',
    '__',
    '~~',
    '`c`',
    '[d](/e)',
    '[',
    ']',
  ],
  ...['](https://f.example)', '\\', '\n', '🚢', '\u3099', '&amp;', '<b>', 'www.g.example', '！', '|'],
];
