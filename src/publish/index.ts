/**
 * Publish: what machines read of a site goes into a folder beside its pages (Markdown, sitemap, lists of pages and of old
 * addresses).
 */
export { formatLlms } from './format-llms.ts';
export { readLines, refreshPages } from './format-pages.ts';
export { listSiteFiles } from './list-site-files.ts';
export { listSitemaps, type SitemapLimits } from './list-sitemaps.ts';
export { formatPageMarkdown } from './markdown/format-page-markdown.ts';
export { listMarkdownFiles, listMarkdownFolders } from './markdown/list-markdown-files.ts';
export type { PublishedSite, SiteFile } from './types.ts';
export { writeSiteFiles } from './write-site-files.ts';
