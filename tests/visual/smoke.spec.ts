import type { Page } from '@playwright/test';
import { kinds, languages, moreKinds } from './pages.ts';
import { expect, test } from './test.ts';

for (const language of languages) {
  test(`a page of each kind in ${language} fits a small phone`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    for (const [kind, path] of Object.entries(kinds)) {
      await page.goto(`/${language}/${path}`);
      await expect.soft(page.locator('h1'), kind).toBeVisible();
      const excess = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect.soft(excess, kind).toBe(0);
    }
  });
}

test('the first tab stop leads past the navigation', async ({ page }) => {
  await page.goto(`/en/${kinds.article}`);
  await page.keyboard.press('Tab');
  await expect(page.locator('.skip-link')).toBeFocused();
  await expect(page.locator('.skip-link')).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
});

test('the copy button copies the code and nothing else, and says so', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`/en/${kinds.article}`);
  const block = page.locator('.code-block:has(.js-copy)').first();
  const button = block.locator('.js-copy');
  const before = await button.textContent();
  const [line = ''] = (await block.locator('pre').textContent())?.trim().split('\n') ?? [];
  await expect(button).toHaveAccessibleName(`Copy: ${line.slice(0, 60)}`);
  await button.click();
  await expect(button).not.toHaveText(before ?? '');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await block.locator('pre').textContent());
});

test('groups of the sidebar that the page is not in unfold on demand', async ({ page }) => {
  // The home page has its sidebar in the menu of narrow windows alone; it is the one with groups in groups.
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/en/');
  await page.locator('.menu-button').click();
  const sidebar = page.locator('.sidebar');
  await sidebar.locator('summary').first().click();
  const inner = sidebar.locator('details details summary').first();
  await expect(inner).toBeVisible();
  await inner.click();
  await expect(sidebar.locator('details details li a').nth(1)).toBeVisible();
  await expect(sidebar.locator('[aria-current]')).toHaveCount(1);
});

test('a heading has a link for the keyboard, which is called like it', async ({ page }) => {
  await page.goto(`/en/${kinds.article}`);
  const heading = page.getByRole('heading', { level: 2 }).first();
  const words = (await heading.textContent()) ?? '';
  await expect(heading).toHaveAccessibleName(words);
  const link = heading.getByRole('link', { name: words, exact: true });
  await page.locator('main').focus();
  for (let step = 0; step < 30 && !(await link.evaluate((a) => a === document.activeElement)); step += 1)
    await page.keyboard.press('Tab');
  await expect(link).toBeFocused();
  await expect(link).toHaveCSS('opacity', '1');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`/en/${kinds.article}#${await heading.getAttribute('id')}`);
});

test('boxes that scroll sideways can be reached with the keyboard', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(`/en/${kinds.article}`);
  const unreachable = await page
    .locator('#article-contents :is(pre, table)')
    .evaluateAll(
      (boxes) => boxes.filter((box) => box.scrollWidth > box.clientWidth && box.tabIndex !== 0).length,
    );
  expect(unreachable).toBe(0);
});

test('lines of code that are too long go on below where a reader asks for it, on other pages too', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(`/en/${moreKinds.reference}`);
  const block = page.locator('.code-block:has([data-line])').first();
  const isLong = () => block.locator('pre').evaluate((pre) => pre.scrollWidth > pre.clientWidth);
  expect(await isLong()).toBe(true);
  await block.hover();
  await block.getByRole('button', { name: 'Wrap lines' }).click();
  expect(await isLong()).toBe(false);
  await page.goto(`/ja/${moreKinds.reference}`);
  expect(await isLong()).toBe(false);
  await expect(block.locator('.js-wrap')).toHaveAttribute('aria-pressed', 'true');
});

test.describe('tabs of code', () => {
  const tabs = (page: Page) => page.locator('.codetabs').first();

  test('are chosen by key, and remembered', async ({ page }) => {
    await page.goto(`/en/${moreKinds.tabs}`);
    await tabs(page).getByLabel('JavaScript').focus();
    await page.keyboard.press('ArrowRight');
    await expect(tabs(page).locator('.codetab').filter({ visible: true })).toHaveAttribute(
      'data-label',
      'Python',
    );
    await page.goto(`/ja/${moreKinds.tabs}`);
    await expect(tabs(page).getByLabel('Python')).toBeChecked();
    await expect(tabs(page).locator('.codetab').filter({ visible: true })).toHaveCount(1);
  });

  test('show all of them on paper, each under its label', async ({ page }) => {
    await page.goto(`/en/${moreKinds.tabs}`);
    await page.emulateMedia({ media: 'print' });
    await expect(tabs(page).locator('.codetab').filter({ visible: true })).toHaveCount(3);
    await expect(tabs(page).locator('label').filter({ visible: true })).toHaveCount(3);
  });

  test.describe('without a script', () => {
    test.use({ javaScriptEnabled: false });

    test('work as well', async ({ page }) => {
      await page.goto(`/ja/${moreKinds.tabs}`);
      await page.getByText('コマンドライン', { exact: true }).click();
      await expect(tabs(page).locator('.codetab').filter({ visible: true })).toHaveAttribute(
        'data-label',
        'コマンドライン',
      );
    });
  });
});

test('the end of support is told of as past once its day is over', async ({ page }) => {
  const note = page.locator('.release-note.ending');
  for (const [now, words] of [
    ['2022-02-16T20:00:00Z', 'End of support for Alderwick Server 3.0: February 16, 2022.'],
    ['2022-02-17T00:00:00Z', 'Support for Alderwick Server 3.0 ended on February 16, 2022.'],
  ] as const) {
    await page.clock.setFixedTime(now);
    await page.goto(`/en/${kinds.ending}`);
    const shown = note.locator('span').filter({ visible: true });
    await expect(shown).toHaveText([words]);
  }
});

test('guides are filtered by type and topic together', async ({ page }) => {
  await page.goto(`/en/${kinds.guides}`);
  const cards = page.locator('.guides .cards > li');
  const count = await cards.count();
  await page.getByLabel('Type').selectOption('How-to');
  await page.getByLabel('Topic').selectOption('npm');
  await expect(cards.filter({ visible: true })).toHaveCount(1);
  await expect(page.locator('.guide-filters output')).toHaveText(`1 / ${count}`);
  await page.getByLabel('Type').selectOption('All');
  await page.getByLabel('Topic').selectOption('All');
  await expect(cards.filter({ visible: true })).toHaveCount(count);
});

test('articles of a landing page are filtered by category, under its name in the language', async ({
  page,
}) => {
  await page.goto(`/ja/${moreKinds.articles}`);
  const cards = page.locator('.guides .cards > li');
  const count = await cards.count();
  await page.getByLabel('カテゴリ').selectOption('ワークフローを動かす');
  await expect(cards.filter({ visible: true })).toHaveText([/ホステッドランナー/, /自分のランナーの運用/]);
  await expect(page.locator('.guide-filters output')).toHaveText(`2 / ${count}`);
});

test.describe('tabs for tools', () => {
  const blocks = (page: Page) => page.locator('#article-contents div[class^=tool-]');

  test('show one tool, and are moved through with arrow keys', async ({ page }) => {
    await page.goto(`/en/${kinds.variants}`);
    const tabs = page.getByRole('group', { name: 'Tool' });
    await expect(tabs.getByRole('radio', { name: 'Web browser' })).toBeChecked();
    await expect(blocks(page).and(page.locator('.tool-webui')).first()).toBeVisible();
    await tabs.getByRole('radio', { name: 'Web browser' }).focus();
    await page.keyboard.press('ArrowRight');
    await expect(tabs.getByRole('radio', { name: 'CLI' })).toBeChecked();
    await expect(page).toHaveURL(/\?tool=cli$/);
    for (const block of await blocks(page).all()) {
      await expect(block).toBeVisible({
        visible: /tool-cli/.test((await block.getAttribute('class')) ?? ''),
      });
    }
  });

  test('are remembered on other pages that do not begin with a variant of their own', async ({ page }) => {
    await page.goto(`/en/${kinds.ending}`);
    await page.getByText('Windows', { exact: true }).first().click();
    await page.goto('/ja/workflows/running-your-own-runners/');
    await expect(page.getByRole('radio', { name: 'Windows' })).toBeChecked();
  });

  test('show what a link to a heading or a step leads to', async ({ page }) => {
    await page.goto(`/en/${kinds.variants}`);
    const block = page.locator('#article-contents .tool-curl').first();
    await block.evaluate((element) => element.setAttribute('id', 'somewhere'));
    await page.evaluate(() => {
      location.hash = 'somewhere';
    });
    await expect(page.getByRole('radio', { name: 'cURL' })).toBeChecked();
    await expect(block).toBeVisible();
  });

  test('begin with what the address asks for', async ({ page }) => {
    await page.goto(`/en/${kinds.variants}?tool=curl`);
    await expect(page.getByRole('radio', { name: 'cURL' })).toBeChecked();
    await expect(page.locator('#article-contents .tool-curl').first()).toBeVisible();
  });
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('every variant is shown, and there are no tabs', async ({ page }) => {
    await page.goto(`/en/${kinds.variants}`);
    await expect(page.locator('.variants')).toBeHidden();
    for (const block of await page.locator('#article-contents div[class^=tool-]').all()) {
      await expect(block).toBeVisible();
    }
  });

  test('the language picker keeps the page and the version', async ({ page }) => {
    await page.goto(`/en/enterprise-server@3.2/${kinds.section}`);
    await page.locator('.picker-language summary').click();
    await page.locator('.picker-language a[hreflang=ja]').click();
    await expect(page).toHaveURL(`/ja/enterprise-server@3.2/${kinds.section}`);
    await expect(page.locator('html')).toHaveAttribute('lang', 'ja');
  });

  test('the version picker keeps the page and the language', async ({ page }) => {
    await page.goto(`/ja/${kinds.section}`);
    await page.locator('.picker-version summary').click();
    await page.locator('.picker-version a[href*="enterprise-server@3.1"]').click();
    await expect(page).toHaveURL(`/ja/enterprise-server@3.1/${kinds.section}`);
    await expect(page.locator('.picker-version [aria-current]')).toHaveAttribute(
      'href',
      page.url().replace(/^.*:\d+/, ''),
    );
  });

  test('the sidebar leads to the next article of its branch', async ({ page }) => {
    await page.goto(`/en/${kinds.article}`);
    const current = page.locator('.sidebar a[aria-current=page]');
    await expect(current).toBeVisible();
    // One way on: of a page in a learning track, that of the track.
    const next = page.locator('main a[rel=next]');
    await expect(next).toHaveCount(1);
    await next.click();
    await expect(page).not.toHaveURL(new RegExp(`${kinds.article}$`));
    await expect(page.locator('.sidebar a[aria-current=page]')).toBeVisible();
  });

  test('on a phone the menu opens and closes', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`/en/${kinds.article}`);
    await expect(page.locator('.sidebar')).not.toBeInViewport();
    await page.locator('.menu-button').click();
    await expect(page.locator('.sidebar')).toBeInViewport();
    await page.locator('.menu-close').click();
    await expect(page.locator('.sidebar')).not.toBeInViewport();
  });

  test('the root leads to the source language', async ({ page }) => {
    await page.goto('/');
    await expect(page).toHaveURL('/en/');
  });
});

test.describe('a reader who prefers Japanese', () => {
  test.use({ locale: 'ja-JP' });

  test('is led from the root to the Japanese home page', async ({ page }) => {
    await page.goto('/');
    await expect(page).toHaveURL('/ja/');
  });
});

test('a reader of a language that the site lacks is led to the source language', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ locale: 'fr-FR', ...(baseURL !== undefined && { baseURL }) });
  const page = await context.newPage();
  await page.goto('/');
  await expect(page).toHaveURL('/en/');
  await context.close();
});

test('a path that does not exist is answered in its own language, or else in every one', async ({ page }) => {
  const response = await page.goto('/ja/no/such/page/');
  expect(response?.status()).toBe(404);
  await expect(page.locator('section[lang=ja]')).toBeVisible();
  await expect(page.locator('section[lang=en]')).toBeHidden();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ja');
  await expect(page).toHaveTitle(/^ページが見つかりません/);
  await expect(page.locator('.site-name')).toHaveAttribute('href', '/ja/');
  await page.goto('/ja/enterprise-server@3.1/no/such/page/');
  const versions = page.locator('.site-header .picker-version');
  await expect(versions.locator('summary')).toHaveText('バージョン Alderwick Server 3.1');
  await versions.locator('summary').click();
  await expect(versions.locator('[aria-current]')).toHaveText('Alderwick Server 3.1');
  await expect(versions.getByRole('link', { name: 'Alderwick Server 3.2' })).toHaveAttribute(
    'href',
    '/ja/enterprise-server@3.2/',
  );
  await versions.locator('summary').click();
  await page.locator('.site-header').getByRole('button', { name: '検索' }).click();
  await page.getByRole('dialog').getByRole('searchbox').fill('npm');
  const result = page.locator('.search-results a').first();
  await expect(result).toHaveAttribute('href', /^\/ja\/enterprise-server@3\.1\//);
  await page.goto('/no/such/page/');
  for (const language of languages) await expect(page.locator(`section[lang=${language}]`)).toBeVisible();
});
