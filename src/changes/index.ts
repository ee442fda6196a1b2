/**
 * Changes: the pages of the built versions come in, and what differs between neighbouring releases of a plan goes out:
 * pairs of pages that a reader would tell apart, articles that came and went, and, when asked, the texts of a pair as one,
 * marked. How it looks is left to `compose`.
 */

export { diffKeys } from './compare/diff-keys.ts';
export type { ComparedBlock } from './compare/list-blocks.ts';
export { type DiffLine, decodeEntities } from './compare/list-lines.ts';
export { createPageComparer } from './compare-pages.ts';
export { createDraftJudge } from './judge-drafts.ts';
export { createPageJudge } from './judge-pages.ts';
export { type ChangesInput, indexChanges, listChanges, listChangesOf } from './list-changes.ts';
export {
  createBlockLister,
  listPageBlocks,
  type PageBlock,
  READ_FIELDS,
  type ReadField,
  type ReadPage,
  readPage,
} from './list-page-blocks.ts';
export { listSections } from './list-sections.ts';
export { listSteps } from './list-steps.ts';
export { pairMoved } from './pair-moved.ts';
export { replaceHeads } from './replace-heads.ts';
export type {
  BlockChange,
  ChangedPage,
  ChangeKind,
  Changes,
  CompareWords,
  Comparison,
  MovedPage,
  PageComparison,
  ReleaseChanges,
  ReleaseStep,
} from './types.ts';
