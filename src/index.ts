/**
 * Decant as a library. `build` is the command of the same name as a function; below it stand the stages it joins, for
 * programs that want a part of the way: conditions and versions, the corpus, the Markdown of an article in a version, one
 * page, a whole site as data. Everything is plain readonly data. Mistakes of authors come back as diagnostics beside the
 * value. Nothing prints; only `build`, `composeSite`, `writeSiteFiles` and `Staging` write. See docs/content/reference/api.md.
 *
 * @example
 * const { value, diagnostics } = await build({ root: 'docs', out: 'docs/_site', versions: ['ghes-3.2'] });
 * for (const each of diagnostics) console.error(formatDiagnostic(each));
 */

export type { Html } from '../site/html.ts';
export type { Override, Templates, TemplateTools } from '../site/templates.ts';
export type { PageView, SiteView } from '../site/view.ts';
export { type CacheOptions, cacheRenderings, type RemoteOptions } from './cache/index.ts';
export {
  createSetup,
  type Language,
  type Plan,
  type RedirectFormat,
  type ReleaseDates,
  readConfig,
  readSetup,
  type SetupRequest,
  type SiteConfig,
  type SiteSetup,
} from './config/index.ts';
export {
  type Diagnostic,
  formatDiagnostic,
  mergeDiagnostics,
  type Paint,
  type Place,
  type Result,
  type Severity,
  type Source,
} from './diagnostics/index.ts';
export type { FilledText, Page, PageHead, RenderedArticle } from './links/index.ts';
export {
  type Article,
  type ArticleText,
  assembleCorpus,
  type Corpus,
  createPermalink,
  type DataStore,
  type DataValue,
  type FieldName,
  type Image,
  type ImageSize,
  type Located,
  loadCorpus,
  type Permalink,
  readFiles,
  type SiteFiles,
} from './load/index.ts';
export {
  createMarkdownPool,
  type Heading,
  joinPieces,
  type MarkdownOptions,
  type MarkdownPool,
  type MarkdownPoolOptions,
  type Problem,
  type Rendering,
  type RenderMarkdown,
  renderMarkdownHere as renderMarkdown,
  type Slot,
} from './markdown/index.ts';
export type { Alternate, Navigation, NavigationNode } from './navigation/index.ts';
export { OutputError, openStaging, type Staging } from './output/index.ts';
export { type BuiltPage, buildPage, type PageRequest } from './page/index.ts';
export { type PublishedSite, writeSiteFiles } from './publish/index.ts';
export { build, composeSite, type FolderBuild, type FolderRequest } from './publish-site/index.ts';
export {
  type AddressExplanation,
  type BlockOrigin,
  type BranchFinding,
  type ConditionAround,
  type ExplainedBlock,
  explainAddress,
  explainSource,
  findBranches,
  type ListedThing,
  type ListRequest,
  listThings,
  type ReachedPlace,
  type SiteSource,
  type SourceExplanation,
} from './queries/index.ts';
export type { Redirect } from './redirects/index.ts';
export {
  createResolver,
  locate,
  type Resolution,
  type ResolvedText,
  type Resolver,
  type ResolverOptions,
  type Segment,
  type Use,
} from './resolve/index.ts';
export { UsageError } from './usage-error.ts';
export {
  type Condition,
  createNames,
  createSet,
  EMPTY_SET,
  evaluateCondition,
  findVersions,
  formatCondition,
  formatRanges,
  formatVersions,
  hasVersion,
  listMembers,
  listVersions,
  type Names,
  type ParsedCondition,
  type Predicate,
  type PredicateProblem,
  parseCondition,
  parsePredicate,
  simplifyCondition,
  type Version,
  type VersionSet,
} from './versions/index.ts';
export {
  type ArticleKey,
  type BuildRequest,
  buildSite,
  type Figures,
  openWorkspace,
  type Phase,
  type ResolvedArticles,
  type ResolveRequest,
  resolveArticle,
  type Site,
  type Workspace,
  type WorkspaceTools,
} from './workspace/index.ts';
