import { describe, expect, test } from 'vitest';
import { createSite } from './create-site.ts';

function resolveBody(main: string, reusables: Readonly<Record<string, string>>): string {
  const data = Object.fromEntries(
    Object.entries(reusables).map(([name, text]) => [`reusables.${name}`, text]),
  );
  return createSite({ articles: { main }, data }).body();
}

describe('labels of a reusable are its own', () => {
  test.each([
    [
      'footnotes',
      'Rake[^a]\n\n{% data reusables.tools.hoe %}\n\n[^a]: Rusty.',
      'Hoe[^a] and `[^a]`\n\n[^a]: Blunt.',
      'Rake[^a]\n\nHoe[^a-2] and `[^a]`\n\n[^a-2]: Blunt.\n\n[^a]: Rusty.',
    ],
    [
      'all kinds of links',
      '{% data reusables.tools.hoe %}\n\n[Rake] and [it][Rake]\n\n[Rake]: /rake',
      '[Rake], [rake][], [it][RAKE], ![it][rake], [rake](/x), [rake][other]\n\n[rake]: /hoe\n[other]: /b',
      '[Rake][rake-2], [rake][rake-2], [it][rake-2], ![it][rake-2], [rake](/x), [rake][other]\n\n[rake-2]: /hoe\n[other]: /b\n\n[Rake] and [it][Rake]\n\n[Rake]: /rake',
    ],
    [
      'names that are taken',
      '[a]\n\n{% data reusables.tools.hoe %}\n\n[a]: /a\n[a-2]: /b',
      '[a]\n\n[a]: /c',
      '[a]\n\n[a][a-3]\n\n[a-3]: /c\n\n[a]: /a\n[a-2]: /b',
    ],
    [
      'Japanese',
      '熊手[^注]\n\n{% data reusables.tools.hoe %}\n\n[^注]: 錆びた。',
      '鍬[^注]\n\n[^注]: 鈍い。',
      '熊手[^注]\n\n鍬[^注-2]\n\n[^注-2]: 鈍い。\n\n[^注]: 錆びた。',
    ],
    [
      'definitions below what is no paragraph',
      '[a]\n\n{% data reusables.tools.hoe %}\n\n[a]: /a\n[b]: /a\n[c]: /a\n[d]: /a',
      '## Hoe\n[a]: /h\n[b]: /h\n\n> [c]: /h\n\n```\nx\n```\n[d]: /h',
      '[a]\n\n## Hoe\n[a-2]: /h\n[b-2]: /h\n\n> [c-2]: /h\n\n```\nx\n```\n[d-2]: /h\n\n[a]: /a\n[b]: /a\n[c]: /a\n[d]: /a',
    ],
  ])('%s', (_, main, hoe, expected) => {
    expect(resolveBody(main, { 'tools.hoe': hoe })).toBe(expected);
  });

  test('of two reusables the first keeps them', () => {
    expect(
      resolveBody('{% data reusables.x.a %}\n\n{% data reusables.x.b %}', {
        'x.a': 'A[^1]\n\n[^1]: a',
        'x.b': 'B[^1]\n\n[^1]: b',
      }),
    ).toBe('A[^1]\n\n[^1]: a\n\nB[^1-2]\n\n[^1-2]: b');
  });

  test('what a reusable does not define comes from those that use it', () => {
    expect(
      resolveBody('A[^1]\n\n{% data reusables.x.a %}\n\n[^1]: a', {
        'x.a': 'B[^1]\n\n{% data reusables.x.b %}\n\n[^1]: b',
        'x.b': 'C[^1]',
      }),
    ).toBe('A[^1]\n\nB[^1-2]\n\nC[^1-2]\n\n[^1-2]: b\n\n[^1]: a');
  });
});

test.each([
  ['[a]\n\n[a]: /a\n[A]: /a\n\n{% data reusables.x.a %}', 'b', '[a]\n\n[a]: /a\n[A]: /a\n\nb'],
  ['A[^1]\n\n{% data reusables.x.a %}', 'B\n\n[^1]: b', 'A[^1]\n\nB\n\n[^1]: b'],
  ['[a]\n\n{% data reusables.x.a %}\n\n[a]: /a', '[a]\n\n[a]: /a', '[a]\n\n[a]\n\n[a]: /a\n\n[a]: /a'],
  [
    '[a]: words that define nothing\n\n{% data reusables.x.a %}',
    '[a]: /b',
    '[a]: words that define nothing\n\n[a]: /b',
  ],
  ['```\n[a]: /a\n```\n\n{% data reusables.x.a %}', '[a]: /b', '```\n[a]: /a\n```\n\n[a]: /b'],
  [
    '{% data reusables.x.a %}\n\n{% data reusables.x.a %}',
    'B[^1]\n\n[^1]: b',
    'B[^1]\n\n[^1]: b\n\nB[^1]\n\n[^1]: b',
  ],
  ['[a]\n\n{% data reusables.x.a %}\n\n[a]: /a', '[a] and\n[a]: /b', '[a]\n\n[a] and\n[a]: /b\n\n[a]: /a'],
  [
    '[a]\n\n{% data reusables.x.a %}\n\n[a]: /a',
    '[a][^n]\n\n[^n]: A note.\n[a]: /b',
    '[a]\n\n[a][^n]\n\n[^n]: A note.\n[a]: /b\n\n[a]: /a',
  ],
])('text without two definitions stays: %j', (main, a, expected) => {
  const site = createSite({ articles: { main }, data: { 'reusables.x.a': a } });
  expect(site.body()).toBe(expected);
  expect(site.resolve().diagnostics).toEqual([]);
});

test('a label that one file defines twice is reported at both places', () => {
  const site = createSite({ articles: { main: 'A[^1] [b]\n\n[^1]: a\n\n> [^1]: b\n\n[b]: /a\n[B]: /c' } });
  expect(
    site
      .resolve()
      .diagnostics.map(({ code, message, place }) => [code, message, place.line - 9, place.column]),
  ).toEqual(
    [
      [3, 1, '[^1]'],
      [5, 3, '[^1]'],
      [7, 1, '[b]'],
      [8, 1, '[B]'],
    ].map(([line, column, label]) => [
      'resolve/repeated-label',
      `The label '${label}' is defined more than once in its file, and only the first definition counts.`,
      line,
      column,
    ]),
  );
});
