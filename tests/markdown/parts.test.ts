import { describe, expect, test } from 'vitest';
import type { MarkdownOptions } from '../../src/markdown/index.ts';
import { renderMarkdownHere } from '../../src/markdown/index.ts';
import { fc } from '../property.ts';
import { render, show } from './fill.ts';
import { readChecked } from './read-checked.ts';

/** Enough words for a part of their own. */
const LONG = `${'Berths are booked by the harbour master. '.repeat(12)}[Book](/berths) one.`;

/** The reference renders a text as a whole. Of what is checked the HTML is that of a page at most. */
async function expectWhole(
  texts: readonly string[],
  options: Omit<MarkdownOptions, 'parser'>,
): Promise<void> {
  const inParts = await renderMarkdownHere(texts, { ...options, parser: 'native' });
  const whole = await renderMarkdownHere(texts, { ...options, parser: 'reference' });
  if (options.purpose === undefined) {
    expect(inParts).toEqual(whole);
    return;
  }
  const pages = await renderMarkdownHere(texts, { html: options.html });
  expect(inParts.map(readChecked)).toEqual(pages.map(readChecked));
  expect(whole.map(readChecked)).toEqual(pages.map(readChecked));
  expect(inParts.map(({ problems }) => problems)).toEqual(whole.map(({ problems }) => problems));
}

const OPTIONS: readonly Omit<MarkdownOptions, 'parser'>[] = [
  { html: 'clean' },
  { html: 'trusted' },
  { html: 'clean', purpose: 'check' },
];

describe('a text that is rendered part by part is what it is as a whole', () => {
  test.each([
    ['headings of one name', ['## Dock', LONG, '## Dock', LONG, '<h3 id="dock-2">a</h3>', '## Dock']],
    [
      'tables and the headings that name them',
      ['| a |\n| - |', '## Dock', '| b |\n| - |', LONG, '| c |\n| - |'],
    ],
    [
      'images, of which the first is shown at once',
      ['![a](/a.png)', LONG, '# b', '![b](/b.png)', '1. ![c](/c.png)'],
    ],
    [
      'a box over several headings',
      ['<div class="platform-mac">', '## Dock', LONG, '## Pier', '</div>', '## Quay'],
    ],
    [
      'an element that nobody closes',
      ['## Dock', '<div>', LONG, '## Pier', 'b</div> c', '<b>d', '## e', '</b>'],
    ],
    ['cells without a table', ['<tr><td>a</td></tr>', '## b', '<tr><td>a</td></tr>', '## b', '<td>c']],
    ['words that go on in the next line', ['<b>港</b>\n', '## 港', '<i>港</i>', '港', '<br>', '## 港']],
    ['comments', ['<!-- a-b -->', '## c', '<!--\n\n## d\n\n-->', '## e', '<!-- f']],
    ['tabs of code', tabs(2).flatMap((tab) => ['## a', tab, LONG])],
    ['footnotes and links that are defined elsewhere', ['a[^1] [b]', '## c', '[^1]: d', '## e', '[b]: /f']],
    ['prompts that name code', ['```text prompt ref=a\nb\n```', '## c', '```js id=a\nd\n```']],
    ['a fence that is never closed', ['## a', '```\nb\n```', '## c', '- ```\n  d', '## e', '```\nf']],
    ['nothing but blank lines before', ['', '', '## a', '', '', 'b']],
    ['steps that begin again', ['1. a\n1. b', '```\nc\n```', '1. d', LONG, '1. e', '![f](/f.png)', '1. g']],
    [
      'rows that stand alone',
      ['| a |\n| - |', '| b |', '## c', '| d |', '# e', '#### f', '<h6>g</h6>', '## h'],
    ],
  ])('with %s', async (_, blocks) => {
    for (const options of OPTIONS) await expectWhole([blocks.join('\n\n'), blocks.join('\n')], options);
  });

  test('with any blocks below each other, of which many are in several texts', async () => {
    const text = fc.array(fc.constantFrom(...BLOCKS), { maxLength: 16 }).map((blocks) => blocks.join('\n\n'));
    await fc.assert(
      fc.asyncProperty(fc.array(text, { maxLength: 4 }), fc.constantFrom(...OPTIONS), expectWhole),
      { numRuns: 60 },
    );
  });
});

test('steps that are left out where a text lacks what they look for would change nothing', async () => {
  // With a reference, which may stand for anything, no step is left out.
  const AND = '&amp;\n\n';
  const text = fc
    .array(fc.constantFrom(...BLOCKS), { maxLength: 6 })
    .map((blocks) => ['a', ...blocks].join('\n\n'));
  await fc.assert(
    fc.asyncProperty(text, fc.constantFrom('clean' as const, 'trusted' as const), async (markdown, html) => {
      const [some, all] = [await render(markdown, html), await render(AND + markdown, html)];
      expect(show(all)).toBe(`<p>&#x26;</p>\n${show(some)}`);
      expect(all.problems).toEqual(
        some.problems.map((each) => ({ ...each, offset: each.offset + AND.length })),
      );
    }),
    { numRuns: 200 },
  );
});

function tabs(count: number): readonly string[] {
  const tab = '<div class="codetab" data-language="js">\n\n```js\na\n```\n\n</div>';
  return Array.from({ length: count }, () => `<div class="codetabs">\n\n${tab}\n\n${tab}\n\n</div>`);
}

const BLOCKS = [
  ...['## Dock', '## Dock', '### Pier [AUTOTITLE](/pier)', '#### <a id="dock-1">Quay</a>', '# 港'],
  ...[
    'Text.',
    LONG,
    '**港「船」**の[港](/a)',
    '> [!NOTE]\n> Moor here.',
    '![a](/a.png)',
    '<img src="/b.png">',
  ],
  ...[
    '| a | b |\n| - | - |\n| `c` | |',
    '| d |',
    '- a\n- b\n\n  c',
    '1. a\n ```\n b\n ```\n1. c',
    '1. d',
    ' e',
  ],
  ...['```sh\na\n```', '```js annotate\n// a\nb\n```', '```\n[AUTOTITLE]', '    a', '---', '[AUTOTITLE] b'],
  ...[
    '<div>',
    '<section class="callout callout-note">',
    '</section>',
    '<div class="tool-cli">',
    '<div class="a" title="b">',
    '<br>',
    'a<br />b',
    'a <span class="b">c</span>d',
  ],
  ...[
    '<svg width="1" data-component="a" role="img"><path d="M0 0"/></svg>',
    '## a <svg viewBox="0 0 1 1"><path></path></svg>',
  ],
  ...['</div>', '<b>a', '</b>', '<table><tr><td>', '<td>a</td>', '<p>'],
  ...[
    '<a name="a"></a>',
    '<!-- a -->',
    '<!-- a-b',
    '-->',
    '<script>a()</script>',
    '<kbd>港</kbd>',
    '<h5>a</h5>',
  ],
  ...[...tabs(1), '[a]: /b', 'a[^1]', '[^1]: b', '- [ ] a', '', ' '],
];
