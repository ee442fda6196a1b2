import { describe, expect, test } from 'vitest';
import { fc } from '../property.ts';
import { render } from './fill.ts';
import { findDifferences } from './parsers.ts';

/** What the links of a text lead to. */
async function listLinks(markdown: string): Promise<readonly string[]> {
  const { pieces } = await render(markdown);
  return [...pieces.join('').matchAll(/<a href="([^"]*)">/g)].map(([, href = '']) => decodeURI(href));
}

describe('a bare address ends before', () => {
  test.each([
    ...'。、「」『』（）【】〈〉《》〔〕！？：；，．・～〜｜／＝＃＆％＋＠｢｣｡､　Ａ１',
    ...['を見る', 'に', 'です', 'へ。'],
  ])('%s', async (character) => {
    expect(await listLinks(`港は https://charts.example/a${character}次の文。`)).toEqual([
      'https://charts.example/a',
    ]);
    expect(await listLinks(`港は www.charts.example/a${character}次の文。`)).toEqual([
      'http://www.charts.example/a',
    ]);
    expect(await listLinks(`港は pilot@charts.example${character}次の文。`)).toEqual([
      'mailto:pilot@charts.example',
    ]);
  });

  test.each([
    ['https://charts.example。次', ['https://charts.example']],
    ['www.charts.example、次', ['http://www.charts.example']],
    ['https://charts.example/をご覧ください', ['https://charts.example/']],
    ['https://charts.example/にある', ['https://charts.example/']],
    ['https://charts.example/a/を見る', ['https://charts.example/a/']],
    ['https://charts.example/a.」と書く', ['https://charts.example/a']],
    ['https://charts.example/a_b_(c)）と書く', ['https://charts.example/a_b_(c)']],
    ['（https://charts.example/a）', ['https://charts.example/a']],
    [
      '（www.charts.example/a）と（www.tides.example）。',
      ['http://www.charts.example/a', 'http://www.tides.example'],
    ],
    [
      '「www.charts.example。https://tides.example/b」',
      ['http://www.charts.example', 'https://tides.example/b'],
    ],
    [
      'https://charts.example/a。https://tides.example/b。',
      ['https://charts.example/a', 'https://tides.example/b'],
    ],
    ['| 海図 |\n| - |\n| https://charts.example/a。 |', ['https://charts.example/a']],
  ])('what follows in %s', async (text, links) => {
    expect(await listLinks(text)).toEqual(links);
  });
});

describe('letters belong to an address', () => {
  test.each([
    'https://charts.example/wiki/港',
    'https://charts.example/wiki/みなと',
    'https://charts.example/?q=みなと#うみ',
    'https://charts.example/wiki/日本の港',
    'https://charts.example/wiki/C言語',
    'https://charts.example/바다',
    'https://港.example/a',
    'https://みなと.example/a',
    'https://charts.example/“a”',
  ])('in %s', async (address) => {
    expect(await listLinks(`見る ${address} 次`)).toEqual([address]);
  });
});

test('what stands behind the address is read as Markdown', async () => {
  const { pieces } = await render(
    '港は https://charts.example/a。**次**は`b`と[海](https://tides.example)。',
  );
  expect(pieces).toEqual([
    '<p>港は <a href="https://charts.example/a">https://charts.example/a</a>。<strong>次</strong>は<code>b</code>と<a href="https://tides.example">海</a>。</p>',
  ]);
});

test('both parsers find the same ends', async () => {
  const parts = fc.constantFrom(
    ...[
      'https://',
      'www.',
      'http://a.example',
      'www.b.example/c',
      '/',
      'd',
      '_',
      '*',
      '**',
      '(',
      ')',
      '.',
      '&amp;',
    ],
    ...[
      '。',
      '」',
      '（',
      '港',
      'を',
      'に',
      'カ',
      '항',
      ' ',
      '\n',
      '[',
      ']',
      '](/e)',
      '<',
      '`',
      '|',
      '@f.example',
      '　',
    ],
  );
  await fc.assert(
    fc.asyncProperty(fc.array(parts, { maxLength: 10 }), async (words) => {
      expect(await findDifferences([words.join('')])).toEqual([]);
    }),
    { numRuns: 400 },
  );
});
