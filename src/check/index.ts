/**
 * Check: the pages come in, and diagnostics about the site as a whole go out, with those pages that have files of their own.
 * What can be seen from one text, link or old address is reported by the stage that reads it.
 */
export { type CheckInput, checkSite } from './check-site.ts';
export { judgeVersionFolders } from './judge-version-folders.ts';
