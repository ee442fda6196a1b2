import { alwaysTrue } from './always-true.ts';
import { deadBranch } from './dead-branch.ts';
import { emptyIndex } from './empty-index.ts';
import { redundantCondition } from './redundant-condition.ts';
import { repeatedRedirect } from './repeated-redirect.ts';
import { skippedNumber } from './skipped-number.ts';
import type { Rule } from './types.ts';
import { unusedFeature } from './unused-feature.ts';
import { unusedImage } from './unused-image.ts';
import { unusedReusable } from './unused-reusable.ts';
import { unusedVariable } from './unused-variable.ts';

/** What `decant check` looks for beside what a build says: a file each, a line here, and a row in the table of codes. */
export const RULES: readonly Rule[] = [
  unusedReusable,
  unusedVariable,
  unusedFeature,
  unusedImage,
  emptyIndex,
  repeatedRedirect,
  deadBranch,
  alwaysTrue,
  redundantCondition,
  skippedNumber,
];
