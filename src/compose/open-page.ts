import type { Page } from '../links/index.ts';

/** From a page as navigation and changes know it to the one whose texts are shown. */
export type OpenPage = (page: Page) => Page;

/** Fails on a page that is not among them: its texts are needed and nobody has made them. */
export function createPageOpener(pages: readonly Page[]): OpenPage {
  const byHref = new Map(pages.map((page) => [page.href, page]));
  return ({ href }) => {
    const page = byHref.get(href);
    if (page === undefined) throw new Error(`A page is to be shown whose texts are not there: ${href}`);
    return page;
  };
}
