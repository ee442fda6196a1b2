import type { SiteConfig } from '../config/index.ts';
import { encodePath, type PageHead } from '../links/index.ts';
import { createPermalink } from '../load/index.ts';
import { hasVersion, listVersions } from '../versions/index.ts';

/** Address, within the host, under which an article should be found that stands at several. */
export type FindCanonical = (page: PageHead) => string;

/**
 * The first version that has the article, in the order of the site file: old releases do not compete with it. It counts
 * whether it is built now or not. A preview stands for itself, as nobody should find it.
 */
export function createCanonicalFinder(config: SiteConfig): FindCanonical {
  const published = listVersions(config.plans).filter(({ isPreview }) => !isPreview);
  return ({ article, language, version, href }) => {
    const first = published.find((candidate) => hasVersion(article.versions, candidate));
    if (version.isPreview || first === undefined) return href;
    return createPermalink(config, language, first, encodePath(article.path)).href;
  };
}
