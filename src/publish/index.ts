/**
 * Publish: a staging folder beside the output folder goes out, to be filled by others; when it is whole it replaces
 * the last site in one step. Until then, and when anything fails, the last site stays as it was. A folder that was not
 * written here is never replaced.
 */
export { OutputError, openStaging, type Staging } from './staging.ts';
export { writeSiteFiles } from './write-site-files.ts';
