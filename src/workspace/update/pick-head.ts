import type { PageHead } from '../../links/index.ts';

/** A page without the texts that only it shows, and without headings, of which only lists of the whole site tell. */
export function pickHead(page: PageHead): PageHead {
  const { article, language, version, href, output, title, shortTitle, description } = page;
  const { labels, notes, fallbacks, isUntranslated } = page;
  return {
    article,
    language,
    version,
    href,
    output,
    title,
    shortTitle,
    description,
    labels,
    ...(notes && { notes }),
    headings: [],
    fallbacks,
    isUntranslated,
  };
}
