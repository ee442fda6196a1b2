/**
 * Codemod: the files of a site come in, and what they become where a release goes or comes, or where conditions say nothing; with the proof that
 * pages stay what they are. Plain data: nothing is written here.
 */

export { type AddedRelease, addRelease, type ReleaseMention } from './add-release.ts';
export { type DroppedRelease, dropRelease } from './drop-release.ts';
export { SITE_FILE } from './edit-site-file.ts';
export { type AnsweredLoss, answerLost } from './lost/answer-lost.ts';
export { findLostPages } from './lost/find-lost.ts';
export { readOldFromFolder, readOldFromSite } from './lost/read-old-pages.ts';
export type { LeftAddress, LostPages, LostProposal, OldPage, ReadOldPage } from './lost/types.ts';
export type { PageDifference, Proof } from './prove.ts';
export type { ProvenRewrite } from './prove-rewrite.ts';
export { simplifySite } from './simplify-site.ts';
export { placeEdits } from './source-edits.ts';
export type { LeftPlace, Rewrite, SourceEdit } from './types.ts';
