import type { Page } from '@playwright/test';
import { kinds, languages, sizes } from './pages.ts';
import { expect, test } from './test.ts';

const article = 'packages/learn/about-permissions/';

for (const language of languages) {
  test(`any two versions are compared as the build compares neighbours, in ${language}`, async ({ page }) => {
    await page.goto(`/${language}/${kinds.changed}`);
    const built = await readMarks(page);
    expect(built.length).toBeGreaterThan(5);
    const [older, newer] = ['3.1', '3.2'].map(
      (number) => `/${language}/enterprise-server@${number}/${article}`,
    );
    await page.goto(`/${language}/@compare/?older=${older}&newer=${newer}`);
    await expect(page.locator('#compare-result ins').first()).toBeVisible();
    expect(await readMarks(page)).toEqual(built);
  });
}

test('a comparison of texts that fell back to another language says which', async ({ page }) => {
  const [older, newer] = ['3.0', '3.1'].map(
    (number) => `/ja/enterprise-server@${number}/administration/choosing-storage-for-packages/`,
  );
  await page.goto(`/ja/@compare/?older=${older}&newer=${newer}`);
  await expect(page.locator('#compare-result')).toHaveAttribute('lang', 'en');
});

test('the version menu of an article leads to the comparison, with the release before', async ({ page }) => {
  await page.goto(`/en/enterprise-server@3.2/${article}`);
  await page.locator('.picker-version summary').click();
  await page.getByRole('link', { name: 'Compare versions' }).click();
  await expect(page.getByRole('status')).toContainText(
    'between Alderwick Server 3.1 and Alderwick Server 3.2',
  );
  await expect(page.getByLabel('From')).toHaveValue('/en/enterprise-server@3.1/');
});

test('versions that the reader picks are compared, named in the address and kept in another language', async ({
  page,
}) => {
  await page.goto(`/en/@compare/?newer=/en/enterprise-server@3.2/${article}`);
  await page.getByLabel('From').selectOption('Alderwick Cloud');
  await expect(page.getByRole('status')).toContainText('between Alderwick Cloud and');
  await expect(page).toHaveURL(
    new RegExp(`older=/en/${article}&newer=/en/enterprise-server@3\\.2/${article}$`),
  );
  await page.locator('.picker-language summary').click();
  await page.getByRole('link', { name: '日本語' }).click();
  await expect(page.getByRole('status')).toContainText('Alderwick CloudとAlderwick Server 3.2の違い');
});

test('the comparison has the furniture of a page about a change', async ({ page }) => {
  const [older, newer] = ['3.1', '3.2'].map((number) => `/en/enterprise-server@${number}/${article}`);
  await page.goto(`/en/${kinds.changed}`);
  const read = () =>
    page
      .locator('.breadcrumbs, .change-links a:nth-child(-n + 2), .changes-page .mini-contents li')
      .allTextContents();
  const built = await read();
  await page.goto(`/en/@compare/?older=${older}&newer=${newer}`);
  await expect(page.locator('.change-links')).toBeVisible();
  expect(await read()).toEqual(built);
});

test('changes are reached one by one, by button and by key, and fields keep their keys', async ({ page }) => {
  const [older, newer] = ['3.1', '3.2'].map((number) => `/en/enterprise-server@${number}/${article}`);
  for (const path of [kinds.changed, `@compare/?older=${older}&newer=${newer}`]) {
    await page.goto(`/en/${path}`);
    const current = page.locator('.changes-page [data-current]');
    const position = page.locator('.change-position');
    await expect(position).toHaveText('Changes: 5');
    await page.getByRole('button', { name: 'Next change' }).click();
    await page.getByRole('button', { name: 'Next change' }).click();
    await expect(current).toHaveId('change-2');
    await expect(position).toHaveText('Change 2 of 5');
    await page.keyboard.press('Alt+ArrowDown');
    await expect(current).toHaveId('change-3');
    await expect(current).toBeFocused();
    await expect(current).toBeInViewport();
    await page.keyboard.press('Alt+ArrowUp');
    await page.getByRole('button', { name: 'Previous change' }).click();
    await page.getByRole('button', { name: 'Previous change' }).click();
    await expect(current).toHaveId('change-1');
  }
  await page.getByLabel('From').focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(page.locator('.change-position')).toHaveText('Change 1 of 5');
});

test('equal versions are said to be equal', async ({ page }) => {
  const href = `/en/enterprise-server@3.2/${article}`;
  await page.goto(`/en/@compare/?older=${href}&newer=${href}`);
  await expect(page.getByRole('status')).toHaveText(
    'This article is the same in Alderwick Server 3.2 and Alderwick Server 3.2.',
  );
  await expect(page.locator('#compare-result')).toBeEmpty();
});

test('addresses that are no pages of the language are not read', async ({ page }) => {
  await page.goto('/en/@compare/?newer=https://elsewhere.example/en/x/&older=//elsewhere.example/en/');
  await expect(page.getByRole('status')).toContainText('To compare an article between two versions');
  await page.goto('/en/@compare/?newer=/en/no/such/article/');
  await expect(page.getByRole('status')).toHaveText('Alderwick Server 3.2 does not have this article.');
});

test('the comparison fits a small phone', async ({ page }) => {
  await page.setViewportSize(sizes.narrow);
  await page.goto(`/ja/@compare/?newer=/ja/${article}&older=/ja/enterprise-server@3.0/${article}`);
  await expect(page.locator('#compare-result ins').first()).toBeVisible();
  const excess = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(excess).toBe(0);
});

test('without script the page says so', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${baseURL}/en/@compare/`);
  await expect(page.locator('noscript p')).toBeVisible();
  await expect(page.locator('#compare')).toBeHidden();
  await context.close();
});

/** The marks with what is in them, in order. */
function readMarks(page: Page): Promise<string[]> {
  return page
    .locator('.changes-page :is(ins, del, .unchanged)')
    .evaluateAll((marks) => marks.map(({ outerHTML }) => outerHTML));
}
