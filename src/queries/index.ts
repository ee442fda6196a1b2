/**
 * Queries: what people ask of a site, or of two states of it. Files or workspaces come in, plain data goes out, and reports of
 * that for people. A question reads, resolves and renders what it needs for the answer, and writes nothing.
 */

export { compareBuiltSites } from './compare-built-sites.ts';
export type { KnownOutline, OutlineKeeper } from './compare-outlined.ts';
export type { ProblemDifference } from './compare-problems.ts';
export { compareVersions } from './compare-versions.ts';
export { createValueReader, type ReadValue } from './create-value-reader.ts';
export type {
  DistinctChange,
  PageMove,
  PageReference,
  SiteDifference,
  TitleChange,
} from './difference/types.ts';
export { explainAddress } from './explain-address.ts';
export { explainPage, type TracedBlock } from './explain-page.ts';
export { describeUnknownFile, explainSource } from './explain-source.ts';
export { type Affected, type AffectedRequest, findAffected } from './find-affected.ts';
export { type BranchFinding, findBranches } from './find-branches.ts';
export { findReach, type Reach, type ReachedPage } from './find-reach.ts';
export { findReferences } from './find-references.ts';
export { type ChangedFile, listChangedFiles } from './list-changed-files.ts';
export { type ListedThing, type ListRequest, listThings, THINGS, type ThingKind } from './list-things.ts';
export { openCommits } from './open-commits.ts';
export { type OpenStates, openStatesSince, type StatesSince } from './open-states.ts';
export { type BuiltFile, type BuiltPageFile, readBuiltAddress, readBuiltSite } from './read-built-site.ts';
export {
  type ArticlePages,
  count,
  countDifference,
  type DifferenceFigures,
  formatPath,
  groupByArticle,
  hasDifference,
  listBroken,
  listDifferingPages,
  listVersionNames,
} from './report/figures.ts';
export { COMMENT_MARKER, formatComment } from './report/format-comment.ts';
export { formatHtml } from './report/format-html.ts';
export { type DiffPaint, formatDifference } from './report/format-text.ts';
export type { DifferenceReport, LostReport } from './report/types.ts';
export { type TracedSpan, traceBranches } from './trace-branches.ts';
export { type TracedSite, traceSources } from './trace-sources.ts';
export { readTranslationStatus } from './translation-status.ts';
export { compareSources, type SourceChange } from './translations/compare-sources.ts';
export type { StructureMismatch } from './translations/compare-structure.ts';
export {
  isCopy,
  keepTranslated,
  listTranslationPairs,
  readOlderSources,
  type TranslationPair,
} from './translations/list-pairs.ts';
export { type BlockKind, type SourceBlock, splitSource } from './translations/split-source.ts';
export type { LanguageSummary, TranslatedFile, TranslationStatus } from './translations/types.ts';
export type {
  AddressExplanation,
  BlockOrigin,
  ConditionAround,
  ExplainedBlock,
  ReachedPlace,
  SiteSource,
  SourceExplanation,
} from './types.ts';
