import type { Plan } from '../config/types.ts';
import { formatNewestSegment, formatSegment } from './segments.ts';
import type { Version } from './types.ts';

/**
 * Every version of the site in the order of the picker and of fallback: plans as the site file lists them, releases
 * newest first, a preview of the coming release after the releases of its plan (nobody falls back to a preview by accident).
 * The newest release of the default plan has the addresses without a version.
 */
export function listVersions(plans: readonly Plan[]): readonly Version[] {
  return plans.flatMap(listReleases).map((version, index) => Object.freeze({ index, ...version }));
}

type Unnumbered = Omit<Version, 'index'>;

function listReleases(plan: Plan): readonly Unnumbered[] {
  const releases = plan.releases.length > 0 ? plan.releases : ['latest'];
  const published = releases.map((release, at) => createVersion(plan, release, at === 0));
  return plan.next === undefined ? published : [...published, createPreview(plan, plan.next)];
}

function createVersion(plan: Plan, release: string, isNewest: boolean): Unnumbered {
  const isNumbered = release !== 'latest';
  const id = `${plan.id}@${release}`;
  return {
    id,
    name: isNumbered ? `${plan.short}-${release}` : plan.short,
    plan,
    release,
    ...(isNumbered ? { number: release } : {}),
    isPreview: false,
    segment: isNewest ? formatNewestSegment(plan, release) : formatSegment(plan, release),
    title: isNumbered ? `${plan.name} ${release}` : plan.name,
  };
}

function createPreview(plan: Plan, next: string | true): Unnumbered {
  const id = `${plan.id}@next`;
  return {
    id,
    name: `${plan.short}-next`,
    plan,
    release: 'next',
    ...(next === true ? {} : { number: next }),
    isPreview: true,
    segment: formatSegment(plan, 'next'),
    title: next === true ? `${plan.name} (next)` : `${plan.name} ${next} (next)`,
  };
}
