import type { Fix } from '../diagnostics/index.ts';
import type { BranchFinding } from '../queries/index.ts';
import { createNames, parsePredicate } from '../versions/index.ts';
import { describeBranches, writeTag } from './describe-branch.ts';
import type { Rule, RuleScope } from './types.ts';

/** Conditions with parts that decide nothing in the versions that come to them. */
export const redundantCondition: Rule = {
  code: 'check/redundant-condition',
  check: (scope) =>
    describeBranches(scope, 'redundant', (found, asked) => {
      const fix = shorten(found, scope);
      return {
        message: `The condition '${writeTag(found)}' says no more than '${found.simpler}' ${asked === 'every version' ? 'in any version' : `of ${asked}`}.`,
        hint: `Write {% ${found.keyword} ${found.simpler} %}.`,
        ...(fix && { fixes: [fix] }),
      };
    }),
};

/**
 * Undefined where the shorter condition is the same only by what stands around it now: by branches before it, or by the versions
 * of the articles that have it. Whoever moves the text would get another page, so nobody but its author can tell.
 */
function shorten(
  { condition, simpler, place, end }: BranchFinding,
  { versions, corpus }: RuleScope,
): Fix | undefined {
  if (simpler === undefined || end === undefined) return undefined;
  const names = createNames(versions, corpus.features);
  const [written, shorter] = [condition, simpler].map(
    (text) => parsePredicate(text, names, versions).versions,
  );
  if (written !== shorter) return undefined;
  const start = { line: place.line, column: place.column };
  return { title: `Write ${simpler}`, edits: [{ file: place.file, start, end, text: simpler }] };
}
