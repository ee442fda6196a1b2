import { findShownFile, type PageHead } from '../../links/index.ts';
import type { PageReference } from './types.ts';

/** What reports say of a page. */
export function referToPage(page: PageHead, sourceLanguage: string): PageReference {
  const { language, version, article, href, title } = page;
  return {
    language,
    version: version.name,
    path: article.path,
    href,
    title,
    file: findShownFile(page, sourceLanguage),
  };
}
