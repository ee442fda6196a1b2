import { expect, it } from 'vitest';
import { launchChromium } from '../../src/chromium/index.ts';
import { shrinkWide } from '../../src/pdf/in-page.ts';
import { hasBrowser, browser as program } from '../visual-diff/browser.ts';

const terms = (count: number) => Array.from({ length: count }, (_, at) => `<mi>x${at}</mi><mo>+</mo>`);
const formula = (count: number) =>
  `<math class="tml-display" style="display: block math; overflow: auto"><mrow>${terms(count).join('')}</mrow></math>`;
const table = (count: number) => `<table><tr>${'<td>unbreakable</td>'.repeat(count)}</tr></table>`;

it.skipIf(!hasBrowser)(
  'formulas and tables that are wider than a sheet become smaller, and no others',
  async () => {
    const browser = await launchChromium(program, 'a test');
    try {
      const page = await browser.newPage({ viewport: { width: 600, height: 800 } });
      await page.setContent(
        `<section>${formula(3)}${formula(99)}<ul><li>${formula(99)}</li></ul>${table(3)}${table(40)}</section>`,
      );
      await page.evaluate(shrinkWide);
      const found = await page.evaluate(() =>
        [...document.querySelectorAll('math, table')].map((element) => {
          const range = document.createRange();
          range.selectNodeContents(element);
          const isInside =
            range.getBoundingClientRect().right <=
            (element.parentElement?.getBoundingClientRect().right ?? 0);
          return [getComputedStyle(element).getPropertyValue('zoom') === '1', isInside];
        }),
      );
      expect(found).toEqual([
        [true, true],
        [false, true],
        [false, true],
        [true, true],
        [false, true],
      ]);
    } finally {
      await browser.close();
    }
  },
);
