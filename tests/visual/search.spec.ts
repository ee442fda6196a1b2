import type { Page } from '@playwright/test';
import { findViolations } from '../gates/find-violations.ts';
import { openSearch, results } from './open-search.ts';
import { kinds, languages, queries, sizes, views } from './pages.ts';
import { expect, test } from './test.ts';

const box = (page: Page) => page.getByRole('searchbox');

test('nothing of the search is loaded before it is used', async ({ page }) => {
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
  await page.goto(`/en/${kinds.article}`, { waitUntil: 'networkidle' });
  expect(loaded.filter((path) => path.includes('search'))).toEqual([]);
  await openSearch(page, queries.en);
  const isOwn = (path: string) => /latest|wasm|\/texts\/en-/.test(path);
  expect(loaded.filter((path) => path.startsWith('/search/') && !isOwn(path))).toEqual([]);
});

test('the search is used with the keyboard alone: opened, moved through, closed', async ({ page }) => {
  await page.goto(`/en/${kinds.article}`);
  const button = page.getByRole('button', { name: 'Search' });
  await button.focus();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: 'Search' })).toBeVisible();
  await expect(box(page)).toBeFocused();
  await page.keyboard.type('container image');
  await expect(page.getByRole('status').filter({ hasText: /^\d+ articles/ })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(results(page).first().locator('a').first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(results(page).first().locator('li a').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(button).toBeFocused();
});

test('Enter opens the first article, and a section leads to its heading', async ({ page }) => {
  await page.goto(`/ja/${kinds.article}`);
  await openSearch(page, queries.ja);
  await results(page).first().locator('li a').first().click();
  await expect(page).toHaveURL(/\/ja\/packages\/publish\/publishing-a-container-image\/#./);
  await openSearch(page, 'npmパッケージの公開');
  await box(page).press('Enter');
  await expect(page).toHaveURL(/\/ja\/packages\/publish\/publishing-an-npm-package\/$/);
});

test('a search begins with what was found before, and the first Escape ends it', async ({ page }) => {
  await page.goto(`/en/${kinds.article}`);
  await openSearch(page, 'contaner image');
  await expect(page.getByRole('status').filter({ hasText: 'Results for “container image”' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('/');
  await results(page).first().locator('a').first().click();
  await expect(page).toHaveURL(/publishing-a-container-image/);
  // The script of the next page has to be there before the key.
  await page.waitForLoadState();
  await page.keyboard.press('/');
  await page.getByRole('button', { name: 'container image', exact: true }).click();
  await expect(box(page)).toHaveValue('container image');
  await expect(results(page).first()).toBeVisible();
  await box(page).fill('');
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(page.getByRole('button', { name: 'container image', exact: true })).toHaveCount(0);
});

for (const language of languages) {
  test(`the page that a result leads to has the words marked, once, in ${language}`, async ({ page }) => {
    await page.goto(`/${language}/${kinds.article}`);
    await openSearch(page, queries[language]);
    await results(page).first().locator('a').first().click();
    await expect(page).toHaveURL(/publishing-a-container-image/);
    const count = () => page.evaluate(() => CSS.highlights.get('decant-found')?.size ?? 0);
    await expect.poll(count).toBeGreaterThan(0);
    await page.keyboard.press('Escape');
    expect(await count()).toBe(0);
    await page.reload({ waitUntil: 'networkidle' });
    expect(await count()).toBe(0);
  });
}

test('results can be had of one product', async ({ page }) => {
  await page.goto(`/en/${kinds.article}`);
  await openSearch(page, 'token');
  await page.getByRole('combobox', { name: 'Product' }).selectOption('Alderwick Workflows');
  await expect(page.locator('.search-trail').first()).toHaveText('Alderwick Workflows');
  await expect(page.locator('.search-trail', { hasText: 'Alderwick Packages' })).toHaveCount(0);
});

test('what the version does not have is looked for in the others', async ({ page }) => {
  await page.goto(`/en/${kinds.article}`);
  await page.keyboard.press('/');
  await box(page).fill('bucket');
  await page.getByRole('dialog').getByRole('link', { name: 'Alderwick Server 3.2' }).click();
  await expect(page).toHaveURL(/\/en\/enterprise-server@3\.2\/\?q=bucket/);
  await expect(results(page).first()).toContainText('Choosing storage for packages');
});

test('a search that cannot be loaded says so, and can be tried again', async ({ page, context }) => {
  await page.goto(`/en/${kinds.article}`);
  await page.keyboard.press('/');
  await expect(box(page)).toBeVisible();
  const block = '**/search/**/list';
  await context.route(block, (route) => route.fulfill({ status: 404 }));
  await box(page).fill('npm');
  await expect(page.getByRole('status').filter({ hasText: 'could not be loaded' })).toBeVisible();
  await context.unroute(block);
  await box(page).fill('npm package');
  await expect(results(page).first()).toBeVisible();
});

for (const language of languages) {
  test(`axe finds nothing to complain of in the search in ${language}`, async ({ page }) => {
    for (const [colorScheme, width] of views[language]) {
      await page.setViewportSize(sizes[width]);
      await page.emulateMedia({ colorScheme });
      await page.goto(`/${language}/${kinds.article}`);
      await page.keyboard.press('/');
      await expect(box(page)).toBeVisible();
      expect(await findViolations(page)).toEqual([]);
      await box(page).fill(queries[language]);
      await expect(results(page).first()).toBeVisible();
      expect(await findViolations(page)).toEqual([]);
    }
  });
}
