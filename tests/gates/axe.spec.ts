import { kinds, pagesByLanguage, schemes, sizes, views } from '../visual/pages.ts';
import { expect, test } from '../visual/test.ts';
import { findViolations } from './find-violations.ts';

for (const [kind, path, inLanguages] of pagesByLanguage) {
  for (const language of inLanguages) {
    test(`axe finds nothing to complain of on the ${kind} page in ${language}`, async ({ page }) => {
      for (const [scheme, width] of views[language]) {
        await page.setViewportSize(sizes[width]);
        await page.emulateMedia({ colorScheme: scheme });
        await page.goto(`/${language}/${path}`);
        expect(await findViolations(page, 200), `${scheme}, ${width}`).toEqual([]);
      }
    });
  }
}

test('axe finds nothing to complain of where changes stand deep in an article with notes', async ({
  page,
}) => {
  await page.goto('/en/enterprise-server@3.0-to-3.1/workflows/workflow-syntax/');
  expect(await findViolations(page)).toEqual([]);
});

for (const scheme of schemes) {
  test(`axe finds nothing to complain of in what opens, ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize(sizes.narrow);
    await page.goto(`/ja/${kinds.ending}`);
    for (const opener of ['.menu-button', '.picker-version summary', '.picker-language summary']) {
      await page.locator(opener).click();
      expect(await findViolations(page), opener).toEqual([]);
      await page.keyboard.press('Escape');
    }
  });
}

test('axe finds nothing to complain of in a comparison that a reader asked for', async ({ page }) => {
  for (const scheme of schemes) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto('/ja/@compare/?newer=/ja/packages/learn/about-permissions/');
    await page.locator('#compare-result ins').first().waitFor();
    expect(await findViolations(page), scheme).toEqual([]);
  }
});
