import { kinds, sizes } from './pages.ts';
import { expect, test } from './test.ts';

test.use({ viewport: sizes.narrow });

test('what is in an article stays in view, says where the reader is, and leads on', async ({ page }) => {
  await page.goto(`/en/${kinds.article}`);
  const bar = page.locator('.mini-contents summary');
  await expect(bar).toHaveText('In this article');
  const heading = page.locator('#article-contents h2').nth(2);
  await heading.evaluate((element) => element.scrollIntoView());
  const words = await heading.textContent();
  await expect(bar).toContainText(words ?? '');
  const { height } = (await page.locator('.site-header').boundingBox()) ?? { height: 0 };
  const box = await bar.boundingBox();
  expect(box?.y).toBeGreaterThan(height / 2 - 1);
  expect(box?.y).toBeLessThan(height);
  // A heading that is led to stands below the bar.
  await bar.click();
  await page.locator('.mini-contents a').nth(1).click();
  await expect(page.locator('.mini-contents details')).not.toHaveAttribute('open');
  const target = page.locator('#article-contents h2').nth(1);
  await expect(bar).toContainText((await target.textContent()) ?? '');
  await expect
    .poll(async () => ((await target.boundingBox())?.y ?? 0) - ((await bar.boundingBox())?.y ?? 0))
    .toBeGreaterThan(20);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('what is in an article is a box that opens where it stands', async ({ page }) => {
    await page.goto(`/en/${kinds.article}`);
    await expect(page.locator('.mini-contents')).toHaveCSS('position', 'static');
  });
});

test('the menu of versions stays within the window, wherever its button stands', async ({ page }) => {
  for (const width of [320, 390, 700]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto('/en/packages/rest-api/');
    await page.locator('.picker-version summary').click();
    const { x = -1, width: own = 0 } = (await page.locator('.picker-version ul').boundingBox()) ?? {};
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + own).toBeLessThanOrEqual(width);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  }
});

test.describe('an operation of an API', () => {
  test.use({ viewport: { width: 1360, height: 900 } });

  test('has its examples beside it on wide screens, and below on others', async ({ page }) => {
    await page.goto('/en/enterprise-server@3.2/packages/rest-api/');
    const operation = page.locator('.operation').first();
    const [told, examples] = [operation.locator('> div').first(), operation.locator('.operation-example')];
    const readTops = async () =>
      (await Promise.all([told, examples].map((box) => box.boundingBox()))).map((box) => box?.y);
    const [top = -1, beside = 0] = await readTops();
    expect(beside).toBe(top);
    // What scrolls has the focus inside of its box, which cuts off what is outside.
    await examples.locator('.js-copy').first().focus();
    await page.keyboard.press('Tab');
    await expect(examples.locator('pre:focus')).toHaveCSS('outline-offset', '-2px');
    await page.setViewportSize({ width: 1200, height: 900 });
    const [above = 0, below = -1] = await readTops();
    expect(below).toBeGreaterThan(above);
  });

  test('is named by a bar while it is read', async ({ page }) => {
    await page.goto('/en/enterprise-server@3.2/packages/rest-api/#get-package');
    await expect(page.locator('.mini-contents summary span')).toHaveText('Get a package');
    await page.locator('.mini-contents summary').click();
    await page.locator('.mini-contents a').last().click();
    await expect(page.locator('.mini-contents details')).not.toHaveAttribute('open');
  });
});
