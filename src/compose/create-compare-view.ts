import type { CompareView, PageView, SiteView } from '../../site/view.ts';
import type { Page } from '../links/index.ts';
import { createPermalink, type Permalink } from '../load/index.ts';
import type { Alternate, Navigation } from '../navigation/index.ts';
import type { Version } from '../versions/index.ts';

/** Where a reader compares two versions; it stands in the place of a version, which none is named like. */
export function locateCompare(site: Pick<SiteView, 'basePath'>, language: string): Permalink {
  return createPermalink(site, language, { segment: '@compare' }, '');
}

/** The way there from an article that more than one version has. */
export function findCompareHref(
  { language, href }: Page,
  versions: readonly Alternate[],
  site: Pick<SiteView, 'basePath'>,
): string | undefined {
  if (versions.filter(({ isSameArticle }) => isSameArticle).length < 2) return undefined;
  const page = href.replace(/[%&+#?]/g, encodeURIComponent);
  return `${locateCompare(site, language).href}?newer=${page}`;
}

/** Home pages of a language, of which the page is made; fewer than two leave nothing to compare. */
export function listVersionHomes(
  navigation: Navigation,
  versions: readonly Version[],
  language: string,
): readonly Page[] {
  return versions.flatMap((version) => navigation.findTree(language, version)?.page ?? []);
}

/** `view` is that of the first home page. */
export function createCompareView(view: PageView, homes: readonly Page[]): CompareView {
  const lead = (alternate: Alternate): Alternate => ({
    ...alternate,
    page: { ...alternate.page, href: locateCompare(view.site, alternate.language).href },
  });
  return { view: { ...view, page: { ...view.page }, languages: view.languages.map(lead) }, homes };
}
