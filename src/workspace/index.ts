/**
 * Workspace: the files of a site come in, and whoever asks gets what became of them: outcomes of Liquid, renderings, pages,
 * diagnostics. The one module that calls the stages from `load` to `check`; commands and the library read what it holds.
 */
export { type BuildRequest, buildSite } from './build-site.ts';
export { createPageMaker } from './demand/page-maker.ts';
export type { MadeArticle, PageMaker } from './demand/types.ts';
export { findChangedBodies } from './find-changed-bodies.ts';
export { joinDiagnostics } from './join-diagnostics.ts';
export { linkArticles } from './link-articles.ts';
export { createMarkdownOptions } from './markdown-options.ts';
export { openWorkspace, type WorkspaceTools } from './open-workspace.ts';
export { listTexts, renderArticles } from './render-articles.ts';
export { type ResolveRequest, resolveArticle } from './resolve-article.ts';
export { createKeyResolver, listKeys, resolveKeys } from './resolve-keys.ts';
export type {
  ArticleKey,
  DataUses,
  Figures,
  FollowedSite,
  Phase,
  ResolvedArticles,
  Site,
  SitePart,
  SiteTrace,
  Workspace,
} from './types.ts';
export { reachesMost } from './update/list-affected.ts';
export { outlineSite } from './update/outline-site.ts';
export { type FindShowing, type Patch, type PatchRequest, patchSite } from './update/patch-site.ts';
export {
  type JudgedPart,
  type RebuiltState,
  type RebuiltStates,
  rebuildStates,
  type StatesRequest,
} from './update/rebuild-states.ts';
export { type Renewal, type RenewedSite, type RenewRequest, renewSite } from './update/renew-site.ts';
export type { SiteOutline } from './update/types.ts';
export { ANYTHING } from './watch-data.ts';
