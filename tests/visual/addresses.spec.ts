import type { Page } from '@playwright/test';
import { sizes } from './pages.ts';
import { expect, test } from './test.ts';

/** Where readers arrive who come by an old address, or switch the version or the language. */
const syntax = 'workflows/workflow-syntax/';

test.describe('an old address', () => {
  const rest = '?tool=cli#upstream-registries';

  test('keeps query and fragment', async ({ page }) => {
    await page.goto(`/en/admin/packages/enabling-packages/${rest}`);
    await expect(page).toHaveURL(`/en/enterprise-server@3.2/administration/enabling-packages/${rest}`);
    await expect(page.locator('#upstream-registries')).toBeInViewport();
  });

  test('keeps them under a policy that forbids scripts in the page', async ({ page }) => {
    await page.route('**/*', async (route) => {
      const response = await route.fetch({ maxRedirects: 0 });
      const headers = {
        ...response.headers(),
        'content-security-policy':
          "default-src 'self'; style-src 'self' 'unsafe-inline'; base-uri 'none'; require-trusted-types-for 'script'",
      };
      await route.fulfill({ response, headers });
    });
    await page.goto(`/ja/admin/packages/enabling-packages/${rest}`);
    await expect(page).toHaveURL(`/ja/enterprise-server@3.2/administration/enabling-packages/${rest}`);
  });

  test('is no step on the way back', async ({ page }) => {
    await page.goto('/en/');
    await page.goto(`/en/admin/packages/enabling-packages/${rest}`);
    await expect(page).toHaveURL(/administration\/enabling-packages/);
    await page.goBack();
    await expect(page).toHaveURL('/en/');
  });

  test('leads on where the script cannot be had', async ({ page }) => {
    await page.route('**/redirect.*.js', (route) => route.fulfill({ status: 404 }));
    await page.goto('/en/admin/packages/enabling-packages/');
    await expect(page).toHaveURL('/en/enterprise-server@3.2/administration/enabling-packages/');
  });

  test.describe('without script', () => {
    test.use({ javaScriptEnabled: false });

    test('leads to the page', async ({ page }) => {
      await page.goto(`/en/admin/packages/enabling-packages/${rest}`);
      await expect(page).toHaveURL(/\/en\/enterprise-server@3\.2\/administration\/enabling-packages\//);
    });
  });
});

test.describe('the root page', () => {
  test.use({ locale: 'ja-JP' });

  test('keeps query and fragment', async ({ page }) => {
    await page.goto('/?q=npm#top');
    await expect(page).toHaveURL('/ja/?q=npm#top');
  });
});

test.describe('a picker', () => {
  const choose = async (page: Page, kind: 'version' | 'language', label: string) => {
    const picker = page.locator(`.picker-${kind}`);
    await picker.locator('summary').click();
    await picker.getByRole('link', { name: label, exact: true }).click();
  };
  const expectAt = async (page: Page, id: string) => {
    await expect(page.locator(`#${id}`)).toBeInViewport();
    await expect
      .poll(() => page.locator(`#${id}`).evaluate((heading) => heading.getBoundingClientRect().top))
      .toBeLessThan(140);
  };

  test('keeps the section in another language, and on the way back', async ({ page }) => {
    await page.goto(`/en/${syntax}#needs`);
    await choose(page, 'language', '日本語');
    await expect(page).toHaveURL(`/ja/${syntax}#needs`);
    await expectAt(page, 'needs');
    await choose(page, 'language', 'English');
    await expect(page).toHaveURL(`/en/${syntax}#needs`);
    await expectAt(page, 'needs');
  });

  test('keeps the section that is read when a language is chosen, wherever the page stood before', async ({
    page,
  }) => {
    await page.goto(`/en/${syntax}`);
    await page.locator('#permissions').evaluate((heading) => heading.scrollIntoView({ behavior: 'instant' }));
    await page.locator('.picker-language a', { hasText: '日本語' }).dispatchEvent('click');
    await expect(page).toHaveURL(`/ja/${syntax}#permissions`);
  });

  test('keeps the section in another version, or leads to the heading above it', async ({ page }) => {
    await page.goto(`/en/${syntax}#permissions`);
    await choose(page, 'version', 'Alderwick Server 3.2');
    await expect(page).toHaveURL(`/en/enterprise-server@3.2/${syntax}#permissions`);
    await choose(page, 'version', 'Alderwick Server 3.1');
    await expect(page).toHaveURL(`/en/enterprise-server@3.1/${syntax}#onreleasetypes`);
    await expectAt(page, 'onreleasetypes');
    await choose(page, 'version', 'Alderwick Server 3.0');
    await expect(page).toHaveURL(`/en/enterprise-server@3.0/${syntax}#onpushbranches`);
    await choose(page, 'version', 'Alderwick Cloud');
    await expect(page).toHaveURL(`/en/${syntax}#onpushbranches`);
  });

  test('leads to the top where no heading above is there', async ({ page }) => {
    const path = 'administration/release-notes/';
    await page.goto(`/en/enterprise-server@3.2/${path}#alderwick-server-321`);
    await choose(page, 'version', 'Alderwick Server 3.1');
    await expect(page).toHaveURL(`/en/enterprise-server@3.1/${path}`);
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });

  test.describe('that stays in view', () => {
    test.use({ viewport: sizes.narrow, contextOptions: { reducedMotion: 'reduce' } });

    test('takes along the section that is being read, wherever the reader came in', async ({ page }) => {
      await page.goto(`/en/${syntax}#name`);
      await page.locator('#runs-on').evaluate((heading) => heading.scrollIntoView({ behavior: 'instant' }));
      // A click of Playwright's scrolls to what is in view already.
      const click = (element: HTMLElement) => element.click();
      await page.locator('.picker-version summary').evaluate(click);
      await page.locator('.picker-version a', { hasText: 'Alderwick Server 3.1' }).evaluate(click);
      await expect(page).toHaveURL(`/en/enterprise-server@3.1/${syntax}#runs-on`);
      await expectAt(page, 'runs-on');
    });
  });

  test('takes along the section of the address from the top of the page', async ({ page }) => {
    await page.goto(`/en/${syntax}#runs-on`);
    await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
    await choose(page, 'language', '日本語');
    await expect(page).toHaveURL(`/ja/${syntax}#runs-on`);
  });

  test('leads to the top from the top', async ({ page }) => {
    await page.goto(`/en/${syntax}`);
    await choose(page, 'language', '日本語');
    await expect(page).toHaveURL(`/ja/${syntax}`);
  });

  test('says of a section in a link to be copied, and of none where the article is missing', async ({
    page,
  }) => {
    await page.goto(`/en/${syntax}#needs`);
    const links = page.locator('.picker-version a, .picker-language a');
    for (const link of await links.all()) {
      const isElsewhere = (await link.locator('small').count()) > 0;
      const isMore = (await link.getAttribute('href'))?.includes('@compare') === true;
      expect(await link.evaluate((each: HTMLAnchorElement) => each.hash)).toBe(
        isElsewhere || isMore ? '' : '#needs',
      );
    }
  });

  test.describe('without script', () => {
    test.use({ javaScriptEnabled: false });

    test('leads to the top', async ({ page }) => {
      await page.goto(`/en/${syntax}#needs`);
      await choose(page, 'language', '日本語');
      await expect(page).toHaveURL(`/ja/${syntax}`);
    });
  });
});

test.describe('a release that is no longer documented', () => {
  const left = 'enterprise-server@3.0';
  const note = (page: Page) => page.locator('[data-retired]');

  test('leads to the same page of the oldest one that is, and says so', async ({ page }) => {
    for (const old of ['enterprise-server@2.21', 'enterprise/2.21']) {
      await page.goto(`/en/${old}/${syntax}?a=b#needs`);
      await expect(page).toHaveURL(`/en/${left}/${syntax}?a=b#needs`);
      await expect(note(page)).toHaveText(
        'Alderwick Server 2.21 is no longer documented. This is Alderwick Server 3.0.',
      );
      await expect(note(page)).toBeVisible();
    }
  });

  test('says so in the language of the reader', async ({ page }) => {
    await page.goto(`/ja/enterprise-server@2.22/${syntax}`);
    await expect(page).toHaveURL(`/ja/${left}/${syntax}`);
    await expect(note(page)).toContainText('Alderwick Server 2.22のドキュメントは公開を終了しました。');
  });

  test('leads from its home page, and by old addresses', async ({ page }) => {
    await page.goto('/en/enterprise-server@2.22/');
    await expect(page).toHaveURL(`/en/${left}/`);
    await expect(note(page)).toBeVisible();
    await page.goto('/en/enterprise-server@2.22/admin/packages/enabling-packages/');
    await expect(page).toHaveURL(`/en/${left}/administration/enabling-packages/`);
  });

  test('says so where the host leads on', async ({ page, context }) => {
    await context.route('**/enterprise-server@2.22/**', (route) =>
      route.fulfill({
        status: 301,
        headers: { location: route.request().url().replace('@2.22', '@3.0') },
      }),
    );
    await page.goto(`/en/enterprise-server@2.22/${syntax}`);
    await expect(page).toHaveURL(`/en/${left}/${syntax}`);
    await expect(note(page)).toHaveText(
      'Alderwick Server 2.22 and earlier releases are no longer documented. This is Alderwick Server 3.0.',
    );
  });

  test('is nothing to other readers', async ({ page }) => {
    await page.goto(`/en/${syntax}`);
    await page.goto(`/en/${left}/${syntax}`);
    await expect(note(page)).toBeHidden();
  });

  test('is named where the page is gone, and its successor is searched', async ({ page }) => {
    await page.goto('/en/enterprise-server@2.22/packages/container-image_limits/');
    const section = page.locator('section[lang=en]');
    await expect(section.getByText('Alderwick Server 2.22 is no longer documented.')).toBeVisible();
    await expect(section.getByRole('searchbox')).toHaveValue('container image limits');
    const home = section.getByRole('link', { name: 'Go to the home page' });
    await expect(home).toHaveAttribute('href', `/en/${left}/`);
    await section.getByRole('button').click();
    await expect(page).toHaveURL(`/en/${left}/?q=container+image+limits`);
    await expect(page.getByRole('dialog')).toBeVisible();
  });
});

test('the release of an address that leads nowhere is searched where hosts lead to it', async ({ page }) => {
  await page.goto('/en/enterprise-server@3.0/packages/container-image_limits/');
  const section = page.locator('section[lang=en]');
  await expect(section.locator('.buttons a')).toHaveAttribute('href', '/en/enterprise-server@3.0/');
  await expect(section.getByRole('searchbox')).toHaveValue('container image limits');
  await expect(page.locator('p[data-sentence]').first()).toBeHidden();
});

test('an address that leads nowhere has the search ask for its words', async ({ page }) => {
  await page.goto('/ja/no/such-page.html');
  await expect(page.locator('section[lang=ja]').getByRole('searchbox')).toHaveValue('such page');
  await expect(page.locator('p[data-sentence]').first()).toBeHidden();
});

test('an address that leads nowhere lists where its article is, and what is called alike', async ({
  page,
}) => {
  const links = (kind: string) =>
    page
      .locator(`section[lang=en] [data-${kind}] a`)
      .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  await page.goto('/en/enterprise-server@3.0/workflows/hosted-runners/');
  await expect(page.getByRole('heading', { name: 'This page elsewhere' })).toBeVisible();
  const [here, ...others] = await links('same');
  expect(here).toBe('/en/workflows/hosted-runners/');
  expect(others).toContain('/ja/workflows/hosted-runners/');
  await page.goto('/en/packages/quikstart.html');
  await expect(page.getByRole('heading', { name: 'Pages with similar addresses' })).toBeVisible();
  expect((await links('near'))[0]).toBe('/en/packages/quickstart/');
  await expect(page.getByRole('heading', { name: 'This page elsewhere' })).toBeHidden();
});
