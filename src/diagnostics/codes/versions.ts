import type { CodeEntry } from './types.ts';

const FROM_HERE = 'Nothing from that branch on, in the versions that reach the mistake.';
const AS_TOLD = 'The block, where the condition is true as the message says.';
const OTHER_ENTRIES = 'The page in the versions of the other entries.';

/** What can be wrong with conditions, and with the versions of a page or a feature. */
export const VERSION_CODES: readonly CodeEntry[] = [
  {
    code: 'versions/syntax',
    severity: 'error',
    means: 'A condition has a syntax error: for example, `and` or `or` is expected, or a name is missing.',
    example: '{% ifversion fpt, ghes %}',
    remedy: 'Join names and comparisons with `and` or `or`: `fpt or ghes > 3.1`.',
    cost: FROM_HERE,
  },
  {
    code: 'versions/operator',
    severity: 'error',
    means: 'A condition uses a comparison other than `=`, `!=`, `<`, or `>`.',
    example: '{% ifversion ghes >= 3.1 %}',
    remedy: 'Use the form in the hint: `ghes > 3.0`.',
    cost: FROM_HERE,
  },
  {
    code: 'versions/release',
    severity: 'error',
    means: 'A condition compares with something that is not a release.',
    example: '{% ifversion ghes > latest %}',
    remedy: 'Compare a plan with a number, or name a plan without numbers by itself.',
    cost: FROM_HERE,
  },
  {
    code: 'versions/brackets',
    severity: 'error',
    means: 'A condition contains brackets.',
    example: '{% ifversion fpt and (ghes or ghae) %}',
    remedy: 'Nest conditions, or give the combination a name in `data/features`.',
    cost: FROM_HERE,
  },
  {
    code: 'versions/empty-condition',
    severity: 'error',
    means: 'A condition is empty.',
    example: '{% ifversion %}',
    remedy: 'Name a plan, a feature, or a release: `fpt`, `ghes > 3.1`.',
    cost: FROM_HERE,
  },
  {
    code: 'versions/unknown-name',
    severity: 'warning',
    means: 'A condition uses a name that is neither a plan nor a feature. The name counts as false.',
    example: '{% ifversion fptt %}',
    remedy: 'Correct the name, or add `data/features/NAME.yml`.',
    cost: AS_TOLD,
  },
  {
    code: 'versions/unnumbered-plan',
    severity: 'warning',
    means: 'A condition compares a plan that has no numbered releases.',
    example: '{% ifversion ghae > 3.1 %}',
    remedy: 'Name the plan by itself.',
    cost: AS_TOLD,
  },
  {
    code: 'versions/mixed-and-or',
    severity: 'warning',
    means:
      'A condition mixes `and` with `or`. Both have the same precedence and are evaluated from the right.',
    example: '{% ifversion fpt and ghes or ghae %}',
    remedy: 'Nest conditions, or give the combination a name in `data/features`.',
    cost: AS_TOLD,
  },
  {
    code: 'versions/bad-range',
    severity: 'error',
    means: 'A value in `versions` is not a range of releases.',
    example: "versions: { ghes: '3.1+' }",
    remedy: "Write '*', '>=3.1', '<3.2', '>3.0 <3.3', '3.2' or 'next'.",
    cost: OTHER_ENTRIES,
  },
  {
    code: 'versions/unknown-plan',
    severity: 'warning',
    means: '`versions` names a plan that the site does not have.',
    example: "versions:\n  ghess: '*'",
    remedy: 'Correct the name, or remove the entry.',
    cost: OTHER_ENTRIES,
  },
  {
    code: 'versions/unknown-feature',
    severity: 'error',
    means: '`versions` names a feature that the site does not have.',
    example: 'versions:\n  feature: audit-lgo',
    remedy: 'Correct the name, or add `data/features/NAME.yml`.',
    cost: OTHER_ENTRIES,
  },
];
