/**
 * Decant as a library: the stages of a build, to be joined as `buildSite` joins them. Everything is plain data; nothing
 * prints, and nothing is written but by `composeSite` and the staging folder.
 *
 * @example
 * const { value: config } = await readConfig('/path/to/docs');
 * const pool = createMarkdownPool({ workers: 2, deadline: 20_000, memory: 1024 });
 * const versions = listVersions(config.plans);
 * const site = await buildSite(config, {
 *   built: createSet(findVersions(versions, 'ghes-3.2')),
 *   languages: ['en'],
 *   renderMarkdown: cacheRenderings(pool.renderMarkdown),
 *   brokenLinks: 'warning',
 * });
 * await pool.close();
 */
export { type BuildRequest, buildSite, type Figures, type Phase, type Site } from './build.ts';
export { cacheRenderings } from './cache/index.ts';
export { composeSite } from './compose/index.ts';
export { type Language, type Plan, readConfig, type SiteConfig } from './config/index.ts';
export { type Diagnostic, formatDiagnostic, type Place, type Result } from './diagnostics/index.ts';
export type { Page } from './links/index.ts';
export type { Article, Corpus } from './load/index.ts';
export { createMarkdownPool, joinPieces, type Rendering, type RenderMarkdown } from './markdown/index.ts';
export { openStaging, type Staging } from './publish/index.ts';
export {
  createSet,
  findVersions,
  listVersions,
  parsePredicate,
  type Version,
  type VersionSet,
} from './versions/index.ts';
