import { expect, test } from 'vitest';
import { renderAlone } from './render-page.ts';

const heading = (id: string, level = 3) =>
  `<h${level} class="rest-operation" id="${id}">${id}</h${level}>\n<p>Told.</p>\n`;
const part = (id: string, name: string, level = 4) =>
  `<h${level} id="${id}--${name}">${name}</h${level}>\n<p>${name}</p>\n`;

function renderBody(body: string): string {
  const page = renderAlone({ path: 'x', title: 'X', body });
  return /<div id="article-contents">([\s\S]*?)<\/div>\n<\/article>/.exec(page)?.[1] ?? '';
}

test('an operation of an API stands in a box, and its examples in a box inside of it', () => {
  const told = `${heading('pour')}${part('pour', 'parameters')}`;
  const example = part('pour', 'example');
  const answers = `${part('pour', 'responses')}${part('pour', 'callbacks')}`;
  const own = '<p>Own words.</p>\n<h2 id="tag-tea">Tea</h2>\n';
  const body = `${own}${told}${example}${answers}${heading('stir')}<h2 id="tag-cup">Cup</h2>\n`;
  expect(renderBody(body)).toBe(
    `${own}<div class="operation"><div>\n${told}</div>\n<div class="operation-example">\n${example}</div>\n<div>\n${answers}</div>\n</div>\n` +
      `<div class="operation"><div>\n${heading('stir')}</div>\n</div>\n<h2 id="tag-cup">Cup</h2>\n`,
  );
});

test('operations of a page that has no groups end where the next one begins, the last one before the footnotes', () => {
  const [first, last] = [`${heading('a', 2)}${part('a', 'example', 3)}`, heading('b', 2)];
  const notes = '<section class="footnotes" data-footnotes=""><p>Note.</p></section>';
  expect(renderBody(`${first}${last}${notes}`)).toBe(
    `<div class="operation"><div>\n${heading('a', 2)}</div>\n<div class="operation-example">\n${part('a', 'example', 3)}</div>\n</div>\n` +
      `<div class="operation"><div>\n${last}</div>\n</div>\n${notes}`,
  );
});

test('an article says that it has operations before they are there, so that nothing moves while it loads', () => {
  const page = renderAlone({ path: 'x', title: 'X', body: heading('pour') });
  expect(page).toContain('<article class="article wide operations">');
  expect(renderAlone({ path: 'x', title: 'X', body: '<h2>Pour</h2>' })).toContain(
    '<article class="article">',
  );
});
