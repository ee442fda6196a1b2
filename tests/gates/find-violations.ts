import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What axe complains of on a page: the rule, and the elements that break it, at most so many characters of each. */
export async function findViolations(page: Page, characters?: number): Promise<readonly string[][]> {
  const { violations } = await new AxeBuilder({ page })
    // Pages have no frames of other origins, for which axe would open a page of its own and put results together there.
    .setLegacyMode()
    // Rules that hold are not told element by element.
    .options({ resultTypes: ['violations'] })
    .analyze();
  return violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html.slice(0, characters))]);
}
