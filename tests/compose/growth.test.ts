import { expect, test } from 'vitest';
import { renderPage } from './render-page.ts';
import { sketchNavigation, sketchPage } from './sample-site.ts';

/** An article of a site with so many products, of so many groups, of so many articles each. */
function renderArticle(count: number): string {
  const createNode = (path: string, children: ReturnType<typeof createLeaf>[]) => ({
    page: sketchPage({ path, title: 'Group', article: { kind: 'index' } }),
    children,
  });
  const page = sketchPage({ path: 'p1/g1/a1', title: 'Article' });
  const createLeaf = (path: string): Parameters<typeof sketchNavigation>[0] => ({
    page: path === page.article.path ? page : sketchPage({ path, title: 'Article' }),
    children: [],
  });
  const list = (path: string) => Array.from({ length: count }, (_, number) => `${path}${number}`);
  const root = createNode(
    '',
    list('p').map((product) =>
      createNode(
        product,
        list(`${product}/g`).map((group) => createNode(group, list(`${group}/a`).map(createLeaf))),
      ),
    ),
  );
  return renderPage(page, sketchNavigation(root));
}

test('an article is as large on a site of a thousand articles as on one of a hundred thousand', () => {
  const size = renderArticle(50).length;
  expect(renderArticle(10).length).toBeLessThan(size);
  expect(renderArticle(49).length).toBeGreaterThan(size * 0.99);
  expect(size).toBeLessThan(20_000);
});
