import { describeBranches, writeTag } from './describe-branch.ts';
import type { Rule } from './types.ts';

/** Branches that no version of an article comes to, through any chain of uses. */
export const deadBranch: Rule = {
  code: 'check/dead-branch',
  check: (scope) =>
    describeBranches(scope, 'dead', (found, asked) => ({
      message:
        asked === 'no version'
          ? `The branch '${writeTag(found)}' is never shown: those before it take every version that comes here.`
          : `The branch '${writeTag(found)}' is never shown: it is asked of ${asked} only.`,
      hint: 'Take the branch out.',
    })),
};
