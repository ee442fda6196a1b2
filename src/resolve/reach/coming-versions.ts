import type { Plan } from '../../config/index.ts';
import { formatSegment, type Version } from '../../versions/index.ts';

/**
 * The versions of a site, followed by some that are to come: of each plan with numbers the next releases and one of a far day, of
 * each other plan its preview. What is true for one of those only is written for a time to come.
 */
export function addComingVersions(versions: readonly Version[], plans: readonly Plan[]): readonly Version[] {
  const coming = plans.flatMap((plan): readonly Coming[] => {
    const ofPlan = versions.filter((version) => version.plan === plan);
    const [newest] = ofPlan.flatMap(({ number }) => number ?? []);
    const next = ofPlan.find(({ isPreview }) => isPreview);
    if (newest !== undefined)
      return listReleasesAfter(next?.number ?? newest).map((number) => ({ plan, number }));
    return next === undefined ? [{ plan, number: undefined }] : [];
  });
  return [
    ...versions,
    ...coming.map(({ plan, number }, at): Version => {
      const release = number ?? 'next';
      const name = `${plan.short}-${release}`;
      return {
        index: versions.length + at,
        id: `${plan.id}@${release}`,
        name,
        plan,
        release,
        ...(number !== undefined && { number }),
        isPreview: true,
        segment: formatSegment(plan, release),
        title: name,
      };
    }),
  ];
}

interface Coming {
  readonly plan: Plan;
  readonly number: string | undefined;
}

/** `3.2` is followed by 3.3, 3.4, 4.0 and, far away, 9999.0. */
function listReleasesAfter(release: string): readonly string[] {
  const [major = 0, minor = 0] = release.split('.').map(Number);
  return [`${major}.${minor + 1}`, `${major}.${minor + 2}`, `${major + 1}.0`, '9999.0'];
}
