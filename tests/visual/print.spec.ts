import type { Page } from '@playwright/test';
import { kinds, languages } from './pages.ts';
import { expect, test } from './test.ts';

const origin = 'https://docs.example.com';

test.beforeEach(({ page }) => page.emulateMedia({ media: 'print' }));

for (const language of languages) {
  test(`an article in ${language} is printed with the whole addresses of its links`, async ({ page }) => {
    await page.goto(`/${language}/packages/quickstart/`);
    const written = await readAddresses(page, '#article-contents a[href^="/"]');
    expect(written.length).toBeGreaterThan(2);
    for (const { href, after } of written) expect(after).toBe(`" (${origin}${href})"`);
  });
}

test('nothing that leads elsewhere on the screen is printed', async ({ page }) => {
  await page.goto(`/en/${kinds.changed}`);
  const hidden = '.site-header, .sidebar, .breadcrumbs, .mini-contents, .change-links, .change-others';
  for (const each of await page.locator(hidden).all()) await expect(each).toBeHidden();
  await page.goto(
    '/en/@compare/?newer=/en/packages/learn/about-permissions/&older=/en/enterprise-server@3.0/packages/learn/about-permissions/',
  );
  await expect(page.locator('#compare-result ins').first()).toBeVisible();
  await expect(page.locator('.compare')).toBeHidden();
});

test('what did not change stays folded away', async ({ page }) => {
  await page.goto(`/en/${kinds.changed}`);
  await expect(page.locator('details.unchanged > :nth-child(2)').first()).toBeHidden();
});

test('paper names the site, the version, the address and the day, and long code goes on over pages', async ({
  page,
}) => {
  await page.goto(`/en/${kinds.article}`);
  const line = page.locator('.origin');
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect(line).toBeVisible();
  const day = await page.evaluate(() => new Date().toLocaleDateString('en'));
  await expect(line).toContainText(new RegExp(`Docs · .+ · ${origin}/en/${kinds.article} · ${day}$`));
  await expect(page.locator('#article-contents pre').first()).toHaveCSS('break-inside', 'auto');
  await expect(page.locator('#article-contents .code-bar').first()).toHaveCSS('break-after', 'avoid');
  await page.emulateMedia({ media: 'screen' });
  await expect(line).toBeHidden();
  await page.goto(`/en/${kinds.ending}`);
  await expect(line).toContainText(`${origin}/en/${kinds.ending}`);
});

test('an address does not lie over the card that it belongs to', async ({ page }) => {
  await page.goto(`/en/${kinds.landing}`);
  const [card] = await readAddresses(page, '.cards a');
  expect(card?.position).toBe('static');
});

test('an address that is its own words is printed once', async ({ page }) => {
  await page.goto(`/en/${kinds.article}`);
  await page.evaluate(() => {
    const link = (href: string, words: string) =>
      Object.assign(document.createElement('a'), { href, textContent: words });
    const bare = 'https://example.com/a';
    document.querySelector('#article-contents')?.prepend(link(bare, bare), link(bare, 'words'));
    dispatchEvent(new Event('beforeprint'));
  });
  const written = await readAddresses(page, '#article-contents > a');
  expect(written.map(({ after }) => after)).toEqual(['none', '" (https://example.com/a)"']);
});

test('a formula that is wider than paper is set smaller on it', async ({ page }) => {
  await page.goto('/en/workflows/running-your-own-runners/');
  const formula = page.locator('.tml-display').first();
  const measure = () => formula.evaluate((box) => Number.parseFloat(getComputedStyle(box).fontSize));
  const size = await measure();
  await page.evaluate(() => {
    const box = document.querySelector('.tml-display');
    for (let at = 0; at < 4; at += 1) box?.append(...[...box.children].map((child) => child.cloneNode(true)));
    dispatchEvent(new Event('beforeprint'));
  });
  expect(await measure()).toBeLessThan(size / 2);
});

/** What is printed after links. */
function readAddresses(page: Page, selector: string) {
  return page.locator(selector).evaluateAll((links) =>
    links.map((link) => {
      const { content, position } = getComputedStyle(link, '::after');
      return { href: link.getAttribute('href'), after: content, position };
    }),
  );
}
