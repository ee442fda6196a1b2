import type { Version } from '../versions/index.ts';
import type { ReleaseStep } from './types.ts';

/** The steps of every plan between neighbours among its built releases, the newest first; a preview comes after all releases. */
export function listSteps(built: readonly Version[]): readonly ReleaseStep[] {
  const plans = [...new Set(built.map(({ plan }) => plan))];
  return plans.flatMap((plan) => {
    const releases = built.filter((version) => version.plan === plan).sort(compareAge);
    return releases.flatMap((newer, at) => {
      const older = releases[at + 1];
      return older === undefined ? [] : [createStep(older, newer)];
    });
  });
}

function createStep(older: Version, newer: Version): ReleaseStep {
  return { older, newer, segment: `${older.segment || older.id}-to-${newer.release}` };
}

/** Newest first, as the list of versions has releases; it has a preview last, the newest of all. */
function compareAge(one: Version, other: Version): number {
  if (one.isPreview !== other.isPreview) return one.isPreview ? -1 : 1;
  return one.index - other.index;
}
