import { expect, test } from 'vitest';
import { renderPage, THEME } from './render-page.ts';
import { sketchNavigation, sketchPage } from './sample-site.ts';

const home = sketchPage({
  path: '',
  title: 'Welcome',
  intro: 'All that boils.',
  article: { kind: 'index', layout: 'home', frontmatter: { introLinks: { quickstart: '/tea' } } },
});
const tea = sketchPage({
  path: 'tea',
  title: 'Tea',
  intro: 'Leaves.',
  article: { kind: 'index', frontmatter: { octicon: 'beaker' } },
});
const coffee = sketchPage({ path: 'coffee', title: 'Coffee', article: { kind: 'index' } });
const sencha = sketchPage({ path: 'tea/sencha', title: 'Sencha' });
const tree = {
  page: home,
  children: [
    { page: tea, children: [{ page: sencha, children: [] }] },
    { page: coffee, children: [] },
  ],
};
const render = (page: typeof home) => renderPage(page, sketchNavigation(tree), {}, THEME);

test('a home page has its own styles, a hero, and products with their signs', () => {
  const page = render(home);
  expect(page).toContain('<link rel="stylesheet" href="/k/theme/home.css">');
  expect(page).toContain('<div class="layout home-layout">');
  expect(page).toMatch(
    /<div class="hero">\n<h1>Welcome<\/h1>\n<div class="lead"><p>All that boils.<\/p><\/div>\n<p class="buttons"><a href="\/k\/en\/tea\/">Quickstart<\/a>/,
  );
  expect(page).toMatch(
    /<li><span class="card-sign"><svg[^>]*aria-hidden="true"[^>]*>.*?<\/svg><\/span><a href="\/k\/en\/tea\/">Tea<\/a>/,
  );
  expect(page).toContain('<li><a href="/k/en/coffee/">Coffee</a>');
  expect(page).not.toContain('class="neighbours"');
});

test('other pages load nothing of it', () => {
  expect(render(sencha)).not.toMatch(/home\.css|home-layout|hero/);
});
