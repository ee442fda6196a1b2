import { expect, test } from 'vitest';
import { renderAlone, renderPage, THEME } from './render-page.ts';
import { sketchNavigation, sketchPage } from './sample-site.ts';

const listStyles = (page: string) =>
  [...page.matchAll(/<link rel="stylesheet" href="\/k\/theme\/([^"]+)">/g)].map(([, name]) => name);

test.each([
  ['', []],
  ['<pre><code>tea</code></pre>', ['code.css']],
  ['<div class="codetabs"><pre>tea</pre></div>', ['code.css', 'tabs.css']],
  ['<div class="platform-mac"><p>Tea</p></div>', ['tabs.css']],
  ['<div class="steps"><ol><li>Pour.</li></ol></div>', ['steps.css']],
  ['<div class="files"><ul><li>tea.txt</li></ul></div>', ['files.css']],
  ['<div class="card-grid"><ul><li>Green</li></ul></div>', ['card-grid.css']],
  ['<h2>Green <span class="badge tip">New</span></h2>', ['badges.css']],
  ['<h2 class="rest-operation" id="pour">Pour</h2>', ['operations.css']],
  ['<math><mi>x</mi></math>', ['math.css']],
  ['<div class="diagram is-wide"></div>', ['diagrams.css']],
  ['<p>&lt;pre&gt;</p>', []],
])('an article loads the styles of what it has, before those of all pages: %s', (body, parts) => {
  const page = renderAlone({ path: 'x', title: 'X', body }, {}, { math: true, diagrams: {} as never });
  expect(listStyles(page)).toEqual([...parts, 'styles.css']);
});

test('what the site file does not switch on has no styles, as it has no file', () => {
  const body = '<math><mi>x</mi></math><div class="diagram"></div>';
  expect(listStyles(renderAlone({ path: 'x', title: 'X', body }))).toEqual(['styles.css']);
});

test('a page that lists others loads the styles of lists', () => {
  const page = sketchPage({ path: 'x', title: 'X', article: { kind: 'index' } });
  const child = sketchPage({ path: 'x/y', title: 'Y' });
  const tree = { page, children: [{ page: child, children: [] }] };
  expect(listStyles(renderPage(page, sketchNavigation(tree), {}, THEME))).toContain('landing.css');
});
