import { describe, expect, test } from 'vitest';
import { render, show } from './fill.ts';
import { findDifferences } from './parsers.ts';

const ODD = ['\u00a0', '\u3000', '\u200b', '\ufeff', '\u2060', '\u2003', '\u202f'];

describe.each(ODD)('behind a mark, %j is a blank', (odd) => {
  test.each([
    [`##${odd}Tides`, '<h2'],
    [`a\n\n-${odd}tides\n-${odd}winds`, '<ul>\n<li>tides</li>\n<li>winds</li>\n</ul>'],
    [`- tides\n-${odd}winds`, '<li>winds</li>'],
    [`*${odd}潮\n*${odd}風`, '<ul>\n<li>潮</li>\n<li>風</li>\n</ul>'],
    [`1.${odd}tides\n2.${odd}winds`, '<ol>\n<li>tides</li>\n<li>winds</li>\n</ol>'],
    [`1. tides\n\n   more\n\n2.${odd}winds`, '<p>winds</p>'],
    [`> ##${odd}Tides`, '<h2'],
  ])('in %j', async (text, html) => {
    const rendering = await render(text);
    expect(show(rendering)).toContain(html);
    expect(rendering.problems).toEqual([]);
    expect(await findDifferences([text])).toEqual([]);
  });

  test.each([
    [`1.${odd}Mai`, "'1.', so readers see text instead of a list."],
    [`words\n-${odd}5 °C`, "'-', so readers see text instead of a list."],
    [`words\n#${odd}5`, "'#', so readers see text instead of a heading."],
  ])('but not in %j, which is reported', async (text, end) => {
    const rendering = await render(text);
    expect(show(rendering)).toMatch(/^<p>/);
    expect(rendering.problems).toEqual([
      {
        code: 'markdown/odd-blank',
        severity: 'warning',
        message: `The character U+${odd.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')} is after ${end}`,
        hint: `If a ${end.includes('heading') ? 'heading' : 'list'} is meant, put a plain space after ${end.slice(0, end.indexOf(','))}, and nothing invisible before it.`,
        offset: text.search(/[-#1]/),
      },
    ]);
  });
});

test.each(['\u200b## Tides', '\ufeff## Tides', 'a\n\n\u200b- tides\n- winds'])(
  'what nobody sees before a mark is no text: %j',
  async (text) => {
    expect(show(await render(text))).toMatch(/<h2|<li>tides/);
  },
);

test.each([
  '```\n##\u00a0a\n```',
  '    ##\u00a0a',
  '*\u00a0a*',
  '## \u3000潮',
  'a ##\u00a0b',
  '-\u00a0',
  '\u3000潮。',
  'a\u00a0- b',
])('%j stays as it is', async (text) => {
  const rendering = await render(text);
  expect(show(rendering)).not.toContain('<li>');
  expect(show(rendering).includes('<h2')).toBe(text.startsWith('## '));
  expect(rendering.problems).toEqual([]);
});
