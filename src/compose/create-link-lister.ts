import type { BannerView, LinkView, SiteLinksView } from '../../site/view.ts';
import type { PlacedText, SiteConfig, SiteLink } from '../config/index.ts';
import type { PageHead } from '../links/index.ts';
import type { Navigation } from '../navigation/index.ts';

/** Where the links of the site file lead from a page: each version and language has pages of its own. */
export type ListSiteLinks = (page: PageHead) => SiteLinksView;

/** Links to pages that a version lacks are left out there. */
export function createLinkLister(
  { header = [], footer, banner = [] }: Pick<SiteConfig, 'header' | 'footer' | 'banner'>,
  navigation: Pick<Navigation, 'findHref'>,
): ListSiteLinks {
  const links = footer?.links ?? [];
  if (header.length + links.length + banner.length === 0) return () => NO_LINKS;
  const known = new Map<string, SiteLinksView>();
  return (page) => {
    const key = `${page.language} ${page.version.index}`;
    const found = known.get(key) ?? {
      banner: findBanner(page),
      header: listLinks(header, page),
      footer: listLinks(links, page),
    };
    known.set(key, found);
    return found;
  };

  function findHref({ text }: PlacedText, page: PageHead): string | undefined {
    return text.startsWith('/') ? navigation.findHref(text, page) : text;
  }

  function findBanner(page: PageHead): BannerView | undefined {
    const { language, version } = page;
    const found = banner.find(
      ({ versions, languages }) =>
        (versions?.includes(version.name) ?? true) && (languages?.includes(language) ?? true),
    );
    return (
      found && {
        text: found.text[language] ?? '',
        href: found.href && findHref(found.href, page),
        until: found.until,
      }
    );
  }

  function listLinks(written: readonly SiteLink[], page: PageHead): readonly LinkView[] {
    return written.flatMap(({ label, href: target }) => {
      const href = findHref(target, page);
      return href === undefined ? [] : [{ label: label[page.language] ?? '', href }];
    });
  }
}

const NO_LINKS: SiteLinksView = { banner: undefined, header: [], footer: [] };
