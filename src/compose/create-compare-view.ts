import type { CompareView, PageView, SiteView } from '../../site/view.ts';
import type { ChangedPage } from '../changes/index.ts';
import type { SiteConfig } from '../config/index.ts';
import type { PageHead } from '../links/index.ts';
import { COMPARE_SEGMENT, createPermalink, type Permalink } from '../load/index.ts';
import type { Alternate, Navigation } from '../navigation/index.ts';
import type { Version } from '../versions/index.ts';

/** Where a reader compares two versions; it stands in the place of a version, which none is named like. */
export function locateCompare(site: Pick<SiteView, 'basePath'>, language: string): Permalink {
  return createPermalink(site, language, { segment: COMPARE_SEGMENT }, '');
}

/** The way there from an article that more than one version has, unless the site wants no comparisons. */
export function findCompareHref(
  { language, href }: PageHead,
  versions: readonly Alternate[],
  config: Pick<SiteConfig, 'basePath' | 'changes'>,
): string | undefined {
  if (!config.changes || versions.filter(({ isSameArticle }) => isSameArticle).length < 2) return undefined;
  return `${locateCompare(config, language).href}?newer=${encodeHref(href)}`;
}

/** The way there with both versions picked; an article that has moved cannot be found in both by one path. */
export function findStepCompareHref(
  { older, newer }: ChangedPage,
  config: Pick<SiteConfig, 'basePath'>,
): string | undefined {
  if (older.article.path !== newer.article.path) return undefined;
  const there = locateCompare(config, newer.language).href;
  return `${there}?older=${encodeHref(older.href)}&newer=${encodeHref(newer.href)}`;
}

function encodeHref(href: string): string {
  return href.replace(/[%&+#?]/g, encodeURIComponent);
}

/** Home pages of a language, of which the page is made; fewer than two leave nothing to compare. */
export function listVersionHomes(
  navigation: Navigation,
  versions: readonly Version[],
  language: string,
): readonly PageHead[] {
  return versions.flatMap((version) => navigation.findTree(language, version)?.page ?? []);
}

/** `view` is that of the first home page. */
export function createCompareView(view: PageView, homes: readonly PageHead[]): CompareView {
  const lead = (alternate: Alternate): Alternate => ({
    ...alternate,
    page: { ...alternate.page, href: locateCompare(view.site, alternate.language).href },
  });
  const { href } = locateCompare(view.site, view.page.language);
  return { view: { ...view, here: undefined, languages: view.languages.map(lead) }, href, homes };
}
