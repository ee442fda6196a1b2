import { expect, test } from 'vitest';
import { renderText } from '../../src/markdown/render-text.ts';
import type { Rendering } from '../../src/markdown/types.ts';

/** Both parsers have to say the same. */
function render(markdown: string): Rendering {
  const [native, reference] = (['native', 'reference'] as const).map((parser) =>
    renderText(markdown, { html: 'clean', math: true, parser }),
  );
  if (native === undefined) throw new Error('Nothing was rendered.');
  expect(native).toEqual(reference);
  return native;
}

/** Formulas of a text, as words. */
function listFormulas(markdown: string): readonly string[] {
  const html = render(markdown).pieces.join('');
  return [...html.matchAll(/<math[^>]*>(.*?)<\/math>/g)].map(([, inside = '']) =>
    inside.replace(/<[^>]*>/g, ''),
  );
}

test.each([
  ['in words', 'The sum $a_1 * b_1 * c$ and $n$th, ($y$).', ['a1∗b1∗c', 'n', 'y']],
  ['between Japanese words', '値は$x^2$です。', ['x2']],
  ['over several lines', '$$\n\\frac{a}{b}\n- c\n= d\n$$\n', ['ab−c=d']],
  ['in quotations and lists', '> $$\n> a > b\n> + c\n> $$\n\n- x\n\n  $$\n  y\n  $$\n', ['a>b+c', 'y']],
  ['with lines that begin like quotations', '$$\na\n> b\n$$\n', ['a>b']],
  ['in cells, with bars', '| a | b |\n| - | - |\n| $|x|$ | $\\|y\\|$ |\n', ['|x|', '|y|']],
  ['in headings, links and bold words', '## A $x$\n\n[b $y$](/b) **$z$**\n', ['x', 'y', 'z']],
  ['but not in code', '`$x$`\n\n```\n$x$\n```\n\n    $x$\n\n<code>$x$</code> <pre>\n$x$\n</pre>\n', []],
  [
    'but not in HTML, addresses and words for images',
    '<div>\n$x$\n</div>\n\n[a](/$x$) ![$x$](/i.png) https://a.b/$x$/\n',
    [],
  ],
  ['behind code and HTML', '```\n$x$\n```\n\n<div>\n$x$\n</div>\n\n$y$ `$x$` $z$\n', ['y', 'z']],
  ['but not of prices', 'From $5 to $6, US$5/A$6, ($5), $5-$6, *$5* or *$6*.', []],
  ['but not of shells', '$HOME/$PATH and $HOME, $PATH', []],
  ['but not behind a backslash', '\\$x\\$ and \\$x$', []],
])('formulas are found %s', (_, markdown, expected) => {
  expect(listFormulas(markdown)).toEqual(expected);
});

test('nothing is a formula where the site does not say so', () => {
  const { pieces } = renderText('$x$', { html: 'clean' });
  expect(pieces.join('')).toBe('<p>$x$</p>');
});

test('a broken formula is named at its place, and shown as it is written', () => {
  const markdown = 'The share is\n$1 + \\fracc{a}{b}$ & $\\href{javascript:x}{y}$.';
  const { pieces, problems } = render(markdown);
  expect(
    problems.map(({ code, message, offset }) => [code, message, markdown.slice(offset, offset + 7)]),
  ).toEqual([
    ['markdown/formula', 'The formula cannot be shown: Unsupported function name: \\fracc.', '\\fracc{'],
    ['markdown/formula', 'The formula cannot be shown: Unsupported function name: \\href.', '\\href{j'],
  ]);
  expect(pieces.join('')).toContain('<code>$1 + \\fracc{a}{b}$</code> &#x26; <code>$\\href');
});

test('formulas have no inline styles, which a strict policy forbids', () => {
  const tex = [
    '\\begin{array}{l|c:r}a&b&c\\\\\\hline d&e&f\\end{array}',
    '\\begin{align}a&=b\\\\c&=d\\end{align}',
    '\\color{red}x',
    '\\colorbox{yellow}{x}',
    '\\boxed{x}',
    '\\cancelto{0}{x}',
    '\\mathllap{x}',
    'a \\tag{1}',
  ];
  const html = render(tex.map((each) => `$$${each}$$`).join('\n\n')).pieces.join('');
  expect(html.match(/<math/g)).toHaveLength(tex.length);
  expect(html).not.toMatch(/\sstyle=|undefined|<script|<code/);
  expect(html).toContain('mathcolor="#ff0000"');
});

test('search and descriptions have the signs of a formula', () => {
  expect(render('Area: $\\pi r^2$ of a circle.').text).toBe('Area: πr2 of a circle.');
});
