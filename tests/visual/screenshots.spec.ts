import { join } from 'node:path';
import type { Difference } from './environment.ts';
import { openSearch } from './open-search.ts';
import { kinds, languages, moreKinds, pieces, queries, schemes, sizes } from './pages.ts';
import { expect, test } from './test.ts';

const difference: Difference = JSON.parse(process.env.DECANT_VISUAL_DIFFERENCE ?? '{}');
/** Keeps what sticks to the window out of pictures of a piece. */
const stylePath = join(import.meta.dirname, 'pieces.css');
/**
 * The same browser draws the same but for rounding on another processor. Other releases of Chromium now and then move
 * the grey at the edge of a letter; a moved line, another border or colour is above that too.
 */
const tolerance =
  difference.chromium === undefined
    ? { threshold: 0.05, maxDiffPixels: 10 }
    : { threshold: 0.15, maxDiffPixels: 200 };
const message = difference.chromium ?? 'the screenshot';

test.skip(difference.fonts !== undefined, difference.fonts);

for (const scheme of schemes) {
  for (const language of languages) {
    for (const [width, viewport] of Object.entries(sizes)) {
      test.describe(`${scheme}, ${language}, ${width}`, () => {
        test.use({ colorScheme: scheme, viewport });

        for (const [kind, path] of Object.entries(kinds)) {
          test(`the ${kind} page looks as before`, async ({ page }) => {
            // What is said of a release depends on the day.
            await page.clock.setFixedTime('2021-11-01T12:00:00Z');
            await page.goto(`/${language}/${path}`);
            await page.evaluate(() => document.fonts.ready);
            await expect(page, message).toHaveScreenshot(
              `${kind}-${language}-${scheme}-${width}.png`,
              tolerance,
            );
          });
        }

        test('the search with results looks as before', async ({ page }) => {
          await page.goto(`/${language}/${kinds.article}`);
          await openSearch(page, queries[language]);
          await expect(page, message).toHaveScreenshot(
            `search-${language}-${scheme}-${width}.png`,
            tolerance,
          );
        });

        test('two versions that are compared look as before', async ({ page }) => {
          const [older, newer] = ['3.0', '3.2'].map(
            (release) => `/${language}/enterprise-server@${release}/packages/learn/about-permissions/`,
          );
          await page.goto(`/${language}/@compare/?older=${older}&newer=${newer}`);
          await expect(page.locator('#compare-result ins').first()).toBeVisible();
          await expect(page, message).toHaveScreenshot(
            `compare-${language}-${scheme}-${width}.png`,
            tolerance,
          );
        });
      });
    }
  }

  test.describe(scheme, () => {
    test.use({ colorScheme: scheme, viewport: sizes.wide });

    for (const [piece, [path, selector]] of Object.entries(pieces)) {
      test(`a ${piece} looks as before`, async ({ page }) => {
        await page.goto(`/en/${path}`);
        await page.evaluate(() => document.fonts.ready);
        const first = page.locator(`#article-contents ${selector}`).filter({ visible: true }).first();
        await expect(first, message).toHaveScreenshot(`${piece}-${scheme}.png`, { ...tolerance, stylePath });
      });
    }
  });
}

test.describe('light, en, wide', () => {
  test.use({ colorScheme: 'light', viewport: sizes.wide });

  test('an operation of an API looks as before', async ({ page }) => {
    await page.goto(`/en/${moreKinds.rest}#list-packages`);
    await page.evaluate(() => document.fonts.ready);
    await expect(page, message).toHaveScreenshot('rest-en-light-wide.png', tolerance);
  });
});
