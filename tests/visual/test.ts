import { test as base, expect } from '@playwright/test';

const address = process.env.DECANT_VISUAL_URL ?? 'http://127.0.0.1:0';

/** Playwright's test on the built site: paths are addresses of it, and a request that leaves it fails the test. */
export const test = base.extend({
  baseURL: address,
  context: async ({ context }, use) => {
    const foreign: string[] = [];
    await context.route(
      (url) => url.origin !== address,
      (route) => {
        foreign.push(route.request().url());
        return route.abort();
      },
    );
    await use(context);
    // What Playwright leaves to the next test where contexts are reused.
    await context.clearPermissions();
    expect(foreign, 'requests that left the site').toEqual([]);
  },
  page: async ({ page }, use) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => {
      // The answer to a page that is not there is one of the things tested.
      const isExpected = message.text().includes('404 (Not Found)');
      if (message.type() === 'error' && !isExpected) errors.push(message.text());
    });
    await use(page);
    expect(errors, 'errors in the console').toEqual([]);
  },
});

export { expect };
