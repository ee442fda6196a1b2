import fc from 'fast-check';
import type { Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { parseRaw } from '../../src/markdown/raw/parse-raw.ts';

const toHtmlTree = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, { allowDangerousHtml: true })
  .freeze();
const whole = unified().use(rehypeRaw).use(rehypeStringify).freeze();
const inRuns = unified().use(parseRaw).use(rehypeStringify).freeze();

/** Whether raw HTML is read as if the whole tree were parsed anew. */
function expectEqual(markdown: string): void {
  const readTree = (): Root => toHtmlTree.runSync(toHtmlTree.parse(markdown));
  const expected = whole.stringify(whole.runSync(readTree(), markdown) as Root);
  expect(inRuns.stringify(inRuns.runSync(readTree(), markdown) as Root)).toBe(expected);
}

test.each([
  ['words in an item', '- a <kbd>b</kbd> c\n- <svg class="d"><path d="e"/></svg> f\n\n  g<br>h'],
  ['a box around blocks', '<div class="a">\n\nb\n\n- c\n\n</div>\n\nd'],
  ['an element that is not closed', 'a <b>c\n\nd\n\n- e'],
  ['elements that overlap', 'a <b>c <i>d</b> e</i>\n\nf'],
  ['a block inside a paragraph', '> a <div>b</div> c\n\nd'],
  ['an item inside an item', '- a <li>b</li> c\n\nd'],
  ['cells without a table', 'a\n\n<tr><td>b</td></tr>\n\nc'],
  ['a link in a link', '[a <a href="/b">c</a>](/d)\n\n<a href="/e">[f](/g)</a>\n\nh'],
  ['half a tag', 'a\n\n<div\n\nb'],
])('raw HTML is read alike with %s', (_, markdown) => expectEqual(markdown));

test('raw HTML is read alike whatever stands together', () => {
  const words = [
    'a',
    '**b**',
    '[c](/d)',
    '<b>e</b>',
    '<br>',
    '<b>',
    '</b>',
    '<p>',
    '<svg><path d="f"/></svg>',
  ];
  const more = [
    '<div>',
    '</div>',
    '</li>',
    '<a href="/g">',
    '</a>',
    '<!-- h -->',
    '<table>',
    '<td>',
    '<select>',
  ];
  const line = fc
    .tuple(
      fc.constantFrom('', '', '- ', '  ', '> ', '## ', '1. '),
      fc.array(fc.constantFrom(...words, ...more), { maxLength: 4 }),
    )
    .map(([start, parts]) => start + parts.join(' '));
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), (lines) => expectEqual(lines.join('\n'))),
    { numRuns: 150 },
  );
});
