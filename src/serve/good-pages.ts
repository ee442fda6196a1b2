/** The last sound state of the pages that somebody looked at. */
export interface GoodPages {
  keep(href: string, html: string): void;
  find(href: string): string | undefined;
}

/** Of pages that nobody looks at any more. */
const MOST = 200;

export function createGoodPages(): GoodPages {
  const pages = new Map<string, string>();
  return {
    keep(href, html) {
      pages.delete(href);
      pages.set(href, html);
      const [oldest] = pages.keys();
      if (pages.size > MOST && oldest !== undefined) pages.delete(oldest);
    },
    find: (href) => pages.get(href),
  };
}
