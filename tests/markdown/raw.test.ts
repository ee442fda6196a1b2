import type { Nodes, Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { parseRaw } from '../../src/markdown/raw/parse-raw.ts';
import { fc } from '../property.ts';

const toHtmlTree = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, { allowDangerousHtml: true })
  .freeze();
const whole = unified().use(rehypeRaw).freeze();

/** Whether raw HTML is read as if the whole tree were parsed anew: the same nodes, from the same places. */
function expectEqual(markdown: string): void {
  const readTree = (): Root => toHtmlTree.runSync(toHtmlTree.parse(markdown));
  const expected = whole.runSync(readTree(), markdown) as Root;
  const actual = parseRaw(readTree()).tree;
  expect(actual.children.map(listNodes)).toEqual(expected.children.map(listNodes));
}

function listNodes(node: Nodes): unknown {
  const { children = [], position, ...own } = { children: undefined, ...node };
  return { ...own, offset: position?.start?.offset, children: children.map(listNodes) };
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
  ['an element that ends a drawing', 'a <svg><b/></svg> c\n\nd'],
  ['words of Markdown in a drawing', 'a <svg>*b*</svg> c\n\nd'],
  ['a heading in a heading', '<h2>a<h3>b</h3></h2>\n\nc'],
  ['a term in a term', '<dl><dt>a<dd>b</dd></dt></dl>\n\nc'],
  ['half a tag', 'a\n\n<div\n\nb'],
])('raw HTML is read alike with %s', (_, markdown) => expectEqual(markdown));

test.each([
  [
    'attributes written in all ways',
    `<div ID=a class="b c" hidden data-d-e='f' title=g/ CLASS="h">\n\ni\n\n</div>`,
  ],
  [
    'attributes of a drawing',
    '<svg viewBox="0 0 9 9" class="a" fill-rule="evenodd"><PATH D="b"></PATH><g/></svg>',
  ],
  ['names that objects have', '<div constructor="a" tostring="b">\n\nc\n\n</div>'],
  ['references', '<div title="a &amp; b">c &lt; d</div>\n\ne <kbd title="&quot;">&nbsp;f</kbd>'],
  ['a list in a list', '<ul>\n<li>a\n<ol><li>b</li></ol>\n</li>\n</ul>'],
  ['terms', '<dl><dt>a</dt><dd>b<p>c</p></dd></dl>'],
  [
    'a table',
    '<table>\n<thead><tr><th>a</th></tr></thead>\n<tbody><tr><td>\n\nb\n\n</td></tr></tbody>\n</table>',
  ],
  ['words between cells', '<table><thead><tr>a<th>b</th></tr></thead></table>'],
  ['text behind a box', '<div>a</div>\nb\n\nc'],
  ['words around code', '<details>\n<summary>a</summary>\n\n```js\nb\n```\n\n</details>'],
])('raw HTML is read alike with %s', (_, markdown) => expectEqual(markdown));

test('raw HTML is read alike however its elements are nested', () => {
  const names = [
    ...[
      'a',
      'b',
      'code',
      'em',
      'kbd',
      'span',
      'svg',
      'g',
      'path',
      'br',
      'img',
      'p',
      'div',
      'section',
      'blockquote',
      'details',
    ],
    ...[
      'summary',
      'h1',
      'h2',
      'hr',
      'ol',
      'ul',
      'li',
      'dl',
      'dt',
      'dd',
      'table',
      'thead',
      'tbody',
      'tr',
      'td',
      'th',
    ],
  ];
  const attributes = fc.constantFrom(
    '',
    '',
    ' class="a b"',
    ' id=c',
    " title='d' ",
    ' width="1" hidden',
    ' viewbox="0 0 9 9"',
  );
  const { html } = fc.letrec<{ html: string; element: string }>((tie) => ({
    element: fc
      .tuple(fc.constantFrom(...names), attributes, fc.constantFrom('', '', '', '/'), tie('html'))
      .map(
        ([name, own, end, inside]) =>
          `<${name}${own}${end}>${end || /^[bh]r$|img/.test(name) ? '' : `${inside}</${name}>`}`,
      ),
    html: fc
      .array(
        fc.oneof(
          { maxDepth: 5 },
          fc.constantFrom('e', ' ', '\n', '\n\n', '\n\nf\n\n', '\n\n- g\n\n', '*h*', '[i](/j)', '<!-- k -->'),
          tie('element'),
        ),
        { maxLength: 4 },
      )
      .map((parts) => parts.join('')),
  }));
  fc.assert(
    fc.property(fc.array(html, { maxLength: 3 }), (blocks) => expectEqual(blocks.join('\n\n'))),
    { numRuns: 400, seed: 1 },
  );
});

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
    { numRuns: 150, seed: 1 },
  );
});
