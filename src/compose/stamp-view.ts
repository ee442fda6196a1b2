import { outlineSidebar } from '../../site/partials/sidebar.ts';
import type { PageFurniture } from '../../site/view.ts';
import type { SiteConfig } from '../config/index.ts';
import type { Page, PageHead } from '../links/index.ts';
import type { Stamp } from './create-stamper.ts';
import { listHeadingRanges } from './mark-headings.ts';
import type { Stamps } from './types.ts';

/** Stamps all that templates make a page of. What `stampFrame` sums up is left out. */
export function stampView(page: PageHead, furniture: PageFurniture, { stamp, stampTexts }: Stamps): string {
  const { site: _, words: __, branch: ___, ...rest } = furniture;
  return stamp(stampTexts(page), outlineSidebar(furniture), rest);
}

/** Stamps texts of pages with the Markdown they were made of, each page once. */
export function createTextStamper(
  config: Pick<SiteConfig, 'availability' | 'plans'>,
  stamp: Stamp,
): (page: Page) => string {
  const known = new Map<Page, string>();
  return (page) => {
    const stamped = known.get(page) ?? stampAnew(page);
    known.set(page, stamped);
    return stamped;
  };

  function stampAnew(page: Page): string {
    const { headings, carried, intro, product, permissions, body, resolution } = page;
    const { fields } = resolution;
    const ranges = [...listHeadingRanges(page, config)];
    return stamp(
      page,
      headings,
      carried,
      intro,
      product,
      permissions,
      body,
      fields.intro?.text,
      fields.body?.text,
      ranges,
    );
  }
}
