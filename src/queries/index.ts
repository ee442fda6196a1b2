/**
 * Queries: what people ask of a site, one file for each question. The files of a site come in, plain data goes out. A question
 * reads and resolves what it needs for the answer, and renders nothing.
 */
export { explainSource } from './explain-source.ts';
export { type BranchFinding, findBranches } from './find-branches.ts';
export type { ConditionAround, ReachedPlace, SiteSource, SourceExplanation } from './types.ts';
