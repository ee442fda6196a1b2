import { expect, test } from 'vitest';
import { listPageBlocks } from '../../src/changes/index.ts';

/** The blocks in which two bodies differ, as lines with signs. */
function compare(before: string, after: string): readonly (readonly string[])[] {
  const page = (body: string) => ({ href: '/en/a/', language: 'en', fields: { body } });
  return listPageBlocks(page(before), page(after)).map(({ kind, section, lines }) => [
    `${kind}: ${section}`,
    ...lines.map((line) => `${line.kind === 'added' ? '+' : '-'} ${line.text}`),
  ]);
}

test('of a list only items that differ are told, each with what stands in the item', () => {
  const list = (words: string, alt: string) =>
    `<ol><li>Open it.</li><li>${words}<p><img src="/a.png" alt="${alt}"></p></li><li>Close it.</li></ol>`;
  expect(compare(list('Turn it left.', 'Left'), list('Turn it right.', 'Right'))).toEqual([
    ['changed: ', '- * Turn it left.', '+ * Turn it right.', '- ![Left](/a.png)', '+ ![Right](/a.png)'],
  ]);
});

test('of a table rows, of code lines', () => {
  const table = (cell: string) =>
    `<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td>1</td><td>${cell}</td></tr><tr><td>2</td><td></td></tr></tbody></table>`;
  expect(compare(table('x'), table('y'))).toEqual([['changed: ', '- 1 | x', '+ 1 | y']]);
  const code = (line: string) => `<pre><code>one\n${line}\nthree &lt;\n</code></pre>`;
  expect(compare(code('two'), code('2 &amp; 2'))).toEqual([['changed: ', '- two', '+ 2 & 2']]);
});

test('words, code in words, and links that lead elsewhere', () => {
  expect(
    compare(
      '<h2>On it</h2><p>The branch is <code>master</code> now.</p>',
      '<h2>On it</h2><p>The branch is <code>main</code> now.</p>',
    ),
  ).toEqual([['changed: On it', '- The branch is `master` now.', '+ The branch is `main` now.']]);
  expect(
    compare('<p>See <a href="/x/">this</a> first.</p>', '<p>See <a href="/y/">this</a> first.</p>'),
  ).toEqual([['changed: ', '- See this first.', '+ See [this](/y/) first.']]);
});

test('a paragraph in the place of another is one change, and blocks without words are told too', () => {
  expect(compare('<p>Alpha beta.</p><p>Kept.</p>', '<p>Quite another text.</p><p>Kept.</p>')).toEqual([
    ['changed: ', '- Alpha beta.', '+ Quite another text.'],
  ]);
  expect(compare('<p>Kept.</p>', '<p>Kept.</p><hr>')).toEqual([['added: ']]);
});
