import { listRedirectFiles } from '../redirects/index.ts';
import { formatHeaders } from './format-headers.ts';
import { formatLlms } from './format-llms.ts';
import { formatPages } from './format-pages.ts';
import { formatRobots } from './format-robots.ts';
import { listSitemaps } from './list-sitemaps.ts';
import { listMarkdownFiles, listMarkdownFolders } from './markdown/list-markdown-files.ts';
import type { PublishedSite, SiteFile } from './types.ts';

/** Every file that is written for machines beside the pages. */
export function listSiteFiles(site: PublishedSite): readonly SiteFile[] {
  return [
    ...listMarkdownFiles(site, listMarkdownFolders(site)),
    // Or GitHub Pages has Jekyll leave out every name that begins with `_`.
    { output: '.nojekyll', render: () => '' },
    { output: 'llms.txt', render: () => formatLlms(site) },
    { output: 'pages.json', render: () => formatPages(site) },
    { output: 'robots.txt', render: () => formatRobots(site.config) },
    ...listSitemaps(site),
    ...(site.config.headers === undefined
      ? []
      : [{ output: '_headers', render: () => formatHeaders(site.config) }]),
    ...listRedirectFiles(site.redirects, site),
  ];
}
