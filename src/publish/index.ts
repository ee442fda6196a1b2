/**
 * Publish: what machines read of a site goes into a folder beside its pages (Markdown, sitemap, lists of pages and of old
 * addresses). And a staging folder beside the output folder goes out, to be filled by others; when it is whole it replaces
 * the last site in one step. Until then, and when anything fails, the last site stays as it was. A folder that was not
 * written here is never replaced.
 */
export { listSiteFiles } from './list-site-files.ts';
export { listSitemaps, type SitemapLimits } from './list-sitemaps.ts';
export { formatPageMarkdown } from './markdown/format-page-markdown.ts';
export { OutputError, openStaging, type Staging } from './staging.ts';
export type { PublishedSite, SiteFile } from './types.ts';
export { writeSiteFiles } from './write-site-files.ts';
