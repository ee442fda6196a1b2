import { describeBranches, writeTag } from './describe-branch.ts';
import type { Rule } from './types.ts';

/** Conditions that hold in every version that comes to their tag. */
export const alwaysTrue: Rule = {
  code: 'check/always-true',
  check: (scope) =>
    describeBranches(scope, 'always', (found, asked) => ({
      message: `The condition '${writeTag(found)}' is true in every version${asked === 'every version' ? '' : ` that reaches it: ${asked}`}.`,
      hint: 'Remove the tags and keep the text of this branch.',
    })),
};
