import type { PageHead } from '../links/index.ts';

/** A page without the texts that only it shows. */
export function pickHead(page: PageHead): PageHead {
  const { article, language, version, href, output, title, shortTitle, description, labels, fallbacks } =
    page;
  const headings = page.headings.map(({ depth, id, text }) => ({ depth, id, text }));
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
    headings,
    fallbacks,
  };
}
