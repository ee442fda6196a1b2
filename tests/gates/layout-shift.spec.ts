import type { Page } from '@playwright/test';
import { kinds, languages, pagesByLanguage, sizes } from '../visual/pages.ts';
import { expect, test } from '../visual/test.ts';

const cases = [...pagesByLanguage, ['a link into a tab', `${kinds.variants}?tool=curl`, languages] as const];

for (const [width, viewport] of Object.entries(sizes)) {
  test.describe(width, () => {
    test.use({ viewport });

    for (const [kind, path, inLanguages] of cases) {
      test(`nothing moves while the ${kind} page loads`, async ({ page }) => {
        for (const language of inLanguages) {
          // A machine that is busy shows the beginning of a page, whose last line may grow. What a page does itself, it does always.
          const shifts: number[] = [];
          while (shifts.length < 3 && !shifts.includes(0)) {
            await page.goto(`/${language}/${path}`);
            shifts.push(await measureShift(page));
          }
          expect(shifts, language).toContain(0);
        }
      });
    }

    test('no column of a landing page moves when the next one has been loaded', async ({ page }) => {
      await page.goto(`/en/${kinds.landing}`);
      const places = await page.locator('.columns').evaluate((grid) => {
        const sections = [...grid.children];
        grid.replaceChildren();
        return sections.map((section) => {
          grid.append(section);
          const { left, width } = sections[0]?.getBoundingClientRect() ?? {};
          return [left, width];
        });
      });
      expect(places.length).toBeGreaterThan(2);
      for (const place of places) expect(place).toEqual(places[0]);
    });
  });
}

/** The sum of all layout shifts since the page began, also those that came before this was asked. */
function measureShift(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let shift = 0;
        const observer = new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) shift += (entry as unknown as { value: number }).value;
        });
        observer.observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(shift), 300);
      }),
  );
}
