import { expect, test } from 'vitest';
import { fc } from '../property.ts';
import { render, show } from './fill.ts';
import { findDifferences } from './parsers.ts';

const link = '<a href="{link /dock}">the *dock*</a>'.replace('*dock*', '<em>dock</em>');

test.each([
  ['<br>\n[the *dock*](/dock)', `<p><br>\n${link}</p>`],
  ['<br/>\n<br>\n[the *dock*](/dock)', `<p><br>\n<br>\n${link}</p>`],
  ['See\n\n<br>\n[the *dock*](/dock)', `<p>See</p>\n<p><br>\n${link}</p>`],
  ['<sup>\n[the *dock*](/dock)\n</sup>', `<p><sup>\n${link}\n</sup></p>`],
  ['<span title="a > b">\n[the *dock*](/dock)\n</span>', `<p><span title="a > b">\n${link}\n</span></p>`],
  [
    '<a href="/a">\n\nwords\n\n</a>\n[the *dock*](/dock)',
    `<a href="{link /a}">\n<p>words</p>\n</a>\n<p>${link}</p>`,
  ],
  ['- <br>\n  [the *dock*](/dock)', `<ul>\n<li><br>\n${link}</li>\n</ul>`],
  ['1. a\n\n   <br>\n   [the *dock*](/dock)', `<ol>\n<li>\n<p>a</p>\n<p><br>\n${link}</p>\n</li>\n</ol>`],
  ['> <br>\n> [the *dock*](/dock)', `<blockquote>\n<p><br>\n${link}</p>\n</blockquote>`],
  [
    '<table><tr><td>\n\n<br>\n[the *dock*](/dock)\n\n</td></tr></table>',
    `<table><tbody><tr><td>\n<p><br>\n${link}</p>\n</td></tr></tbody></table>`,
  ],
  ['<br>\n## [the *dock*](/dock)', `<br>\n<h2 id="the-dock">${link}</h2>`],
  ['<br>\n- [the *dock*](/dock)', `<br>\n<ul>\n<li>${link}</li>\n</ul>`],
  ['<br>\n| a |\n| - |\n| [the *dock*](/dock) |', `<td>${link}</td>`],
  ['<br>\n[the *dock*][d]\n\n[d]: /dock', `<p><br>\n${link}</p>`],
  ['<br>\n<b>see</b> [the *dock*](/dock)', `<p><br>\n<b>see</b> ${link}</p>`],
])('behind the lone tag in %j Markdown goes on', async (text, html) => {
  const shown = show(await render(text)).replaceAll(
    /<a class="heading-anchor".*?<\/a>| aria-labelledby="[^"]*"/g,
    '',
  );
  expect(shown).toContain(html);
});

const kept = [
  '<br>',
  'a\n\n<br>\n\nb',
  '<a href="/a">\n  <img src="/b.png" alt="">\n</a>',
  '<a href="/a">\n<div>\n[x](/y)\n</div>\n</a>',
  '<div>\n<br>\n[x](/y)\n</div>',
  '> <br>\n\na',
  '- <br>\n- b',
];

test.each(kept)('%j is HTML as in CommonMark', async (text) => {
  const shown = show(await render(text));
  expect(shown).not.toMatch(/<p><(?!a)|<p>\s*<br>/);
  expect(shown.includes('[x]')).toBe(text.includes('[x]'));
});

test('both parsers agree, whatever stands around lone tags', async () => {
  const lines = fc.constantFrom(
    ...[
      '<br>',
      '<br/> ',
      '<sup>',
      '</sup>',
      '<a href="/a">',
      '</a>',
      '<img src="/b.png">',
      '<b><i>',
      '<span',
    ],
    ...[
      '',
      '',
      '[c](/d)',
      '*e*',
      '## f',
      '- <br>',
      '- g',
      '1. <b>',
      '2. h',
      '> <br>',
      '> i',
      '<div>',
      '</div>',
    ],
    ...[
      '| j |',
      '| - |',
      '```',
      '    k',
      '  <br>',
      '   l',
      '<br> m',
      '[n]: /o',
      '<!-- p -->',
      '---',
      '\t<b>',
    ],
  );
  await fc.assert(
    fc.asyncProperty(fc.array(lines, { maxLength: 8 }), async (texts) => {
      expect(await findDifferences([texts.join('\n')])).toEqual([]);
    }),
    { numRuns: 500 },
  );
});
