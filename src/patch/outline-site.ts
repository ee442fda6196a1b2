import type { Site } from '../build.ts';
import { replaceHeads } from '../changes/index.ts';
import { listTaken } from '../compose/index.ts';
import { outlineRendered, type PageHead } from '../links/index.ts';
import { listMarkdownFolders } from '../publish/index.ts';
import { countOutcomes } from './count-outcomes.ts';
import type { SiteOutline } from './types.ts';

/** What must be kept of a whole site, so that a part of it can be made anew. */
export function outlineSite(site: Site): SiteOutline {
  const { config, corpus, pages, trace, figures, languages, versions } = site;
  const { rendered, settled, ...rest } = trace;
  const heads = new Map(pages.map((page): [string, PageHead] => [page.href, pickHead(page)]));
  const taken = listTaken(site);
  return {
    ...rest,
    config,
    builtVersions: versions,
    languages,
    articles: corpus.articles,
    heads: [...heads.values()],
    rendered: settled.map(outlineRendered),
    changes: replaceHeads(site.changes, (page) => heads.get(page.href) ?? pickHead(page)),
    taken: new Set(site.changes.pages.map(({ output }) => output).filter((output) => taken.has(output))),
    markdownFolders: listMarkdownFolders(site),
    figures,
    outcomes: countOutcomes(rendered),
  };
}

/** A page without the texts that only it shows. */
function pickHead(page: PageHead): PageHead {
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
