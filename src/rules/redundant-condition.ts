import { describeBranches, writeTag } from './describe-branch.ts';
import type { Rule } from './types.ts';

/** Conditions with parts that decide nothing in the versions that come to them. */
export const redundantCondition: Rule = {
  code: 'check/redundant-condition',
  check: (scope) =>
    describeBranches(scope, 'redundant', (found, asked) => ({
      message: `The condition '${writeTag(found)}' says no more than '${found.simpler}' ${asked === 'every version' ? 'in any version' : `of ${asked}`}.`,
      hint: `Write {% ${found.keyword} ${found.simpler} %}.`,
    })),
};
