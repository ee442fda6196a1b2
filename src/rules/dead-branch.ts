import { describeBranches, writeTag } from './describe-branch.ts';
import type { Rule } from './types.ts';

/** Branches that no version of an article comes to, through any chain of uses. */
export const deadBranch: Rule = {
  code: 'check/dead-branch',
  check: (scope) =>
    describeBranches(scope, 'dead', (found, asked) => ({
      message: `The branch '${writeTag(found)}' is never shown: ${giveReason(asked)}.`,
      hint: 'Remove the branch.',
    })),
};

function giveReason(asked: string): string {
  if (asked === 'no version') return 'the branches before it take every version that gets here';
  return asked === 'every version' ? 'it is true in no version' : `it is only asked of ${asked}`;
}
