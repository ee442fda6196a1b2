import type { SiteConfig } from '../config/types.ts';
import { encodePath, type PageHead } from '../links/index.ts';
import { createPermalink } from '../load/index.ts';
import { hasVersion, listVersions, type Version } from '../versions/index.ts';
import type { Alternate, Navigation } from './types.ts';

/** Under which addresses search engines should find the articles of a site, each in the words of a language once. */
export interface SearchAddresses {
  /** Address, within the host, under which the text of a page should be found; its own, or that of another page. */
  findCanonical(page: PageHead): string;
  /** Whether a page should be found under its own address. */
  isFindable(page: PageHead): boolean;
  /**
   * The same article in every language in which it should be found, the page among them. Empty for a page that should not
   * be found itself: such a page is the alternate of none, so none is its alternate.
   */
  listAlternates(page: PageHead): readonly Alternate[];
  /**
   * Whether a page of a translation shows words of the source language only: all of its own texts, and of an index page also
   * those of the pages that it lists.
   */
  isUntranslated(page: PageHead): boolean;
}

/**
 * The address of a text is that of the first version that has it, in the order of the site file, so that old releases do
 * not compete with it. The version counts whether it is built now or not. An untranslated page leaves its text to the
 * source language. A preview stands for itself, as nobody should find it.
 */
export function createSearchAddresses(
  config: Pick<SiteConfig, 'basePath' | 'languages' | 'plans'>,
  navigation: Pick<Navigation, 'findNode' | 'listLanguages' | 'listVersions'>,
): SearchAddresses {
  const published = listVersions(config.plans).filter(({ isPreview }) => !isPreview);
  const sourceLanguage = config.languages[0]?.code ?? '';
  return { findCanonical, isFindable, listAlternates, isUntranslated };

  function findCanonical(page: PageHead): string {
    const { version, language } = page;
    const isElsewhere = isUntranslated(page);
    if (version.isPreview) return isElsewhere ? formatHref(page, sourceLanguage, version) : page.href;
    const first = published.find(
      (candidate) =>
        hasVersion(page.article.versions, candidate) && (isElsewhere || isTranslatedIn(page, candidate)),
    );
    return first === undefined ? page.href : formatHref(page, isElsewhere ? sourceLanguage : language, first);
  }

  function isFindable(page: PageHead): boolean {
    const isPublic = !page.article.hidden && !page.version.isPreview;
    return isPublic && findCanonical(page) === page.href;
  }

  function listAlternates(page: PageHead): readonly Alternate[] {
    if (!isFindable(page)) return [];
    return navigation
      .listLanguages(page)
      .filter((alternate) => alternate.isSameArticle && isFindable(alternate.page));
  }

  function isUntranslated(page: PageHead): boolean {
    if (!page.isUntranslated) return false;
    const listed = navigation.findNode(page)?.children ?? [];
    return listed.every((child) => child.page.isUntranslated);
  }

  /** Whether the page has words of its language in another version. Of a version that is not built nobody knows better. */
  function isTranslatedIn(page: PageHead, version: Version): boolean {
    if (page.language === sourceLanguage || version === page.version) return true;
    const there = navigation
      .listVersions(page)
      .find((alternate) => alternate.version === version && alternate.isSameArticle);
    return there === undefined || !isUntranslated(there.page);
  }

  function formatHref({ article }: PageHead, language: string, version: Version): string {
    return createPermalink(config, language, version, encodePath(article.path)).href;
  }
}
