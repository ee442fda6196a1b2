import type { Html } from '../../site/html.ts';
import { outlineSidebar } from '../../site/partials/sidebar.ts';
import type { PageFurniture } from '../../site/view.ts';
import type { Page } from '../links/index.ts';
import type { Stamp } from './create-stamper.ts';

/**
 * Stamps all that templates make a page of. What `stampFrame` sums up is left out.
 *
 * @param body as the page shows it, where that is more than its rendering with values in the slots
 */
export function stampView(
  page: Page,
  furniture: PageFurniture,
  body: Html | undefined,
  stamp: Stamp,
): string {
  const { site: _, words: __, branch: ___, ...rest } = furniture;
  return stamp(stampTexts(page, stamp), body?.markup, outlineSidebar(furniture), rest);
}

/** Stamps a page and what stands in it, but for what stands around its texts. */
export function stampTexts(page: Page, stamp: Stamp): string {
  const { headings, carried, intro, product, permissions, body } = page;
  return stamp(page, headings, carried, intro, product, permissions, body);
}
