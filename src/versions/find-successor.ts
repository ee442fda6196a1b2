import type { Plan } from '../config/types.ts';
import { compareReleases } from './compare.ts';

/**
 * The release of a plan that stands in for a retired one: the oldest that is left of those after it. Undefined where the
 * plan has no numbered releases.
 */
export function findSuccessor({ releases }: Pick<Plan, 'releases'>, retired: string): string | undefined {
  return releases.findLast((release) => compareReleases(release, retired) > 0) ?? releases.at(-1);
}
