import { expect, test } from 'vitest';
import { render, show } from './fill.ts';
import { findDifferences } from './parsers.ts';

const joined = [
  ['船は港に\n入る。', '<p>船は港に入る。</p>'],
  ['船は、\n「港」に\n入る。', '<p>船は、「港」に入る。</p>'],
  ['- 船は\n  港に\n- 潮が\n満ちる', '<ul>\n<li>船は港に</li>\n<li>潮が満ちる</li>\n</ul>'],
  ['> 船は\n> 港に', '<blockquote>\n<p>船は港に</p>\n</blockquote>'],
  ['**船は**\n港に', '<p><strong>船は</strong>港に</p>'],
  ['船は\n*港に*', '<p>船は<em>港に</em></p>'],
  ['**船は**\n**港に**', '<p><strong>船は</strong><strong>港に</strong></p>'],
  ['**船は\n港に**', '<p><strong>船は港に</strong></p>'],
  ['[船](/a)\n港に', '<p><a href="{link /a}">船</a>港に</p>'],
  ['船は\n[港](/a)に', '<p>船は<a href="{link /a}">港</a>に</p>'],
  ['`船`\n`港`', '<p><code>船</code><code>港</code></p>'],
  ['船は\nカ\nー\nブ', '<p>船はカーブ</p>'],
  [
    '<table><tr><td>船は\n  港に</td></tr></table>',
    '<table><tbody><tr><td>船は港に</td></tr></tbody></table>',
  ],
];

test.each(joined)('no blank comes of the line break in %j', async (text, html) => {
  expect(show(await render(text))).toBe(html);
});

test('the text for search and descriptions has the blank', async () => {
  expect((await render('船は\n港に')).text).toBe('船は 港に');
});

const kept = [
  'a\nb',
  '船は\na',
  'a\n船は',
  '배는\n항구에',
  '배는\n港に',
  '船は\n`a`',
  '船は\n![港](/a.png)\n港に',
  '船は 港に',
  '船は\\\n港に',
  '船は<br>\n港に',
  '```\n船は\n港に\n```',
  '    船は\n    港に',
  '<pre>\n船は\n港に\n</pre>',
  '船は\n[AUTOTITLE](/a)\n港に',
  '船は\n😀\n港に',
];

test.each(kept)('the line break in %j stays', async (text) => {
  const rendering = await render(text);
  expect(show(rendering).match(/\n| {2}/g)?.length ?? 0).toBe(
    show(await render(text.replaceAll(/\p{Script=Han}/gu, 'x').replaceAll(/[はに]/g, 'y'))).match(/\n| {2}/g)
      ?.length ?? 0,
  );
});

test('both parsers give the same', async () => {
  expect(await findDifferences([...joined.map(([text = '']) => text), ...kept])).toEqual([]);
});

test('the number of a footnote parts no words', async () => {
  const { pieces } = await render('船は[^a]\n港に\n\n[^a]: 潮は\n    満ちる');
  expect(pieces.join('')).toContain('</sup>港に');
  expect(pieces.join('')).toContain('潮は満ちる');
});
