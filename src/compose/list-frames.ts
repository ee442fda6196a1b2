import { trust } from '../../site/html.ts';
import type { PageView } from '../../site/view.ts';
import { EMPTY_RENDERING, type Page, type PageHead } from '../links/index.ts';
import type { Theme } from '../theme/index.ts';
import { createFurniture, createFurnitureTools } from './create-page-view.ts';
import { createSiteView } from './create-site-view.ts';
import type { ComposedFile, PartOfSite } from './types.ts';

/**
 * The files of pages as they would be without the texts that only these pages show. Whether something else stands around a text
 * is seen without the text.
 */
export function listFrames(
  site: Omit<PartOfSite, 'pages'>,
  theme: Theme,
  pages: readonly PageHead[],
): readonly ComposedFile[] {
  const siteView = createSiteView(site, theme);
  const tools = createFurnitureTools(site, siteView);
  const createView = (page: PageHead): PageView => ({
    ...createFurniture(page, site, siteView, tools),
    page: createEmptyPage(page),
    body: trust(''),
    intro: undefined,
    product: undefined,
    permissions: undefined,
  });
  return pages.map((page) => ({
    output: page.output,
    render: () => siteView.templates.page(createView(page)),
    isPage: true,
  }));
}

function createEmptyPage(head: PageHead): Page {
  const { article, language, labels, fallbacks } = head;
  const { versions } = article;
  const whole = { fields: {}, failures: [], broken: false, hasOutsideData: false };
  return {
    ...head,
    headings: [],
    resolution: { article, language, versions, labels, fallbacks, ...whole },
    body: { rendering: EMPTY_RENDERING, fills: [] },
    intro: undefined,
    product: undefined,
    permissions: undefined,
  };
}
