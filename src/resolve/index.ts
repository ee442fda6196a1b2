/**
 * Resolve: an article with its Liquid becomes Markdown, one text for each distinct outcome over the versions it has.
 * Comes in: the corpus, the list of versions. Goes out: a Resolution for each set of versions that share all texts,
 * with every stretch of text traced to its source, and diagnostics. Markdown itself, links and titles of link targets
 * are left to the stages after it.
 */
export { findCondition } from './find-condition.ts';
export { listTags, type TagForm } from './list-tags.ts';
export { locate, locateEnd } from './locate.ts';
export { formatOcticonSign, judgeOcticons } from './octicons.ts';
export { addComingVersions } from './reach/coming-versions.ts';
export { type FollowedArticles, followArticles } from './reach/follow-articles.ts';
export { createTracer, type Tracer } from './reach/tracer.ts';
export type { TracedBranch, TracedSource, TracedTag } from './reach/types.ts';
export { type RepairCounts, sumRepairs } from './repair-log.ts';
export { outlineBlocks } from './repairs/outline-blocks.ts';
export type { Translatable } from './resolve-field.ts';
export { createResolver, type Resolver, type ResolverOptions } from './resolver.ts';
export { listUses } from './run.ts';
export { createSourceNotes, readNotes, type SourceFindings, type SourceNotes } from './source-notes.ts';
export { findRegion, findRegions, type Region } from './tidy/find-regions.ts';
export type { Resolution, ResolvedText, Segment, Use } from './types.ts';
