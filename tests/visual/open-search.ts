import type { Locator, Page } from '@playwright/test';
import { expect } from './test.ts';

/** The articles that the dialog shows. */
export function results(page: Page): Locator {
  return page.locator('.search-results > li');
}

/** Opens the search by its key, and waits for what it finds. */
export async function openSearch(page: Page, query: string): Promise<void> {
  await page.waitForLoadState();
  await page.keyboard.press('/');
  await page.getByRole('searchbox').fill(query);
  await expect(results(page).first()).toBeVisible();
}
