/**
 * Publish a site: a workspace and an output folder come in, a published site goes out: all of it, the part that differs from
 * the last build, or nothing where nothing does. `build` and `dev`, `merge` and the library read it.
 */
export { build, type FolderBuild, type FolderRequest } from './build.ts';
export { type BuildTask, type Built, buildInto, type LedgerFigures } from './build-into.ts';
export { findRemade, type Remade } from './find-remade.ts';
export { type JudgedLedger, type LedgerKeeper, openLedger } from './keep-ledger.ts';
export { type BuildRecords, openBuildRecord, openLastBuild } from './last-build.ts';
export { makeWholeSite, type WholeSiteRequest } from './make-whole-site.ts';
export { openStamps, type SiteStamps } from './open-stamps.ts';
export { addDiagnostics, type Prepared, prepareSite } from './prepare-site.ts';
export { type BuildReport, describeSite, isFailed, isPublished, type Strictness } from './report.ts';
export { composeSite, type SearchFigures } from './write-site.ts';
