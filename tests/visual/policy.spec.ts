import { expect, test } from '@playwright/test';
import { formatPolicy } from '../../src/publish/format-headers.ts';
import { openSearch } from './open-search.ts';
import { kinds, moreKinds, queries } from './pages.ts';
import { serve } from './serve.ts';

/** What `headers` of the site file has hosts send: nothing inline. */
const POLICY = formatPolicy({ search: true });

test('a strict policy forbids nothing that a page of any kind needs', async ({ page }) => {
  const server = await serve(process.env.DECANT_VISUAL_SITE ?? '.', { 'content-security-policy': POLICY });
  const violations: string[] = [];
  await page.exposeFunction('noteViolation', (text: string) => violations.push(text));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile, lineNumber }) =>
      (window as unknown as { noteViolation(text: string): void }).noteViolation(
        `${location.pathname}: ${violatedDirective} ${blockedURI} ${sourceFile}:${lineNumber}`,
      ),
    );
  });
  const paths = Object.values({ ...kinds, ...moreKinds }).map((path) => `/en/${path}`);
  for (const path of ['/', ...paths]) {
    await page.goto(`${server.url}${path}`);
    await page.evaluate(() => document.fonts.ready);
  }
  const pair = ['3.0', '3.2'].map(
    (release) => `/en/enterprise-server@${release}/packages/learn/about-permissions/`,
  );
  await page.goto(`${server.url}/en/@compare/?older=${pair[0]}&newer=${pair[1]}`);
  await expect(page.locator('#compare-result ins').first()).toBeVisible();
  await page.goto(`${server.url}/en/${kinds.article}`);
  await openSearch(page, queries.en);
  await server.close();
  expect(violations).toEqual([]);
});
