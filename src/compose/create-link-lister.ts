import type { LinkView, SiteLinksView } from '../../site/view.ts';
import type { SiteConfig, SiteLink } from '../config/index.ts';
import type { PageHead } from '../links/index.ts';
import type { Navigation } from '../navigation/index.ts';

/** Where the links of the site file lead from a page: each version and language has pages of its own. */
export type ListSiteLinks = (page: PageHead) => SiteLinksView;

/** Links to pages that a version lacks are left out there. */
export function createLinkLister(
  { header = [], footer }: Pick<SiteConfig, 'header' | 'footer'>,
  navigation: Pick<Navigation, 'findHref'>,
): ListSiteLinks {
  const links = footer?.links ?? [];
  if (header.length + links.length === 0) return () => NO_LINKS;
  const known = new Map<string, SiteLinksView>();
  return (page) => {
    const key = `${page.language} ${page.version.index}`;
    const found = known.get(key) ?? { header: listLinks(header, page), footer: listLinks(links, page) };
    known.set(key, found);
    return found;
  };

  function listLinks(written: readonly SiteLink[], page: PageHead): readonly LinkView[] {
    return written.flatMap(({ label, href: { text } }) => {
      const href = text.startsWith('/') ? navigation.findHref(text, page) : text;
      return href === undefined ? [] : [{ label: label[page.language] ?? '', href }];
    });
  }
}

const NO_LINKS: SiteLinksView = { header: [], footer: [] };
