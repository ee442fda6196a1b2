import { isPage, type Page, type PageHead } from '../links/index.ts';

/** From what others see of a page to the page itself. */
export type OpenPage = (head: PageHead) => Page;

/** Fails on a page that is not among them: its texts are needed and nobody has made them. */
export function createPageOpener(pages: readonly PageHead[]): OpenPage {
  const byHref = new Map(pages.filter(isPage).map((page) => [page.href, page]));
  return ({ href }) => {
    const page = byHref.get(href);
    if (page === undefined) throw new Error(`A page is to be shown whose texts are not there: ${href}`);
    return page;
  };
}
