/**
 * Rules: a workspace comes in, and all that can be said of its sources goes out, as the site file and comments weigh it. Each
 * rule that a build does not know stands in a file of its own.
 */
export {
  type CheckedSite,
  type CheckRequest,
  checkSources,
  checkWorkspace,
  needsBranches,
  needsPages,
} from './check-workspace.ts';
export { formatPatch } from './fix/format-patch.ts';
export { type FixPlan, planFixes } from './fix/plan-fixes.ts';
export { type FixedFile, prepareFixes, writeFixes } from './fix/write-fixes.ts';
export type { Finding, Rule, RuleScope } from './types.ts';
