import { createSet, EMPTY_SET } from './sets.ts';
import type { Names, Version, VersionSet } from './types.ts';

/**
 * Every name a condition may use: short plan names, `PLAN-next` (the preview), `PLAN-issue-N` as the site file
 * lists them, features. A plan wins over a feature of the same name.
 */
export function createNames(versions: readonly Version[], features: ReadonlyMap<string, VersionSet>): Names {
  const names = new Map<string, VersionSet>(features);
  for (const plan of new Set(versions.map(({ plan }) => plan))) {
    const ofPlan = versions.filter((version) => version.plan === plan);
    const all = createSet(ofPlan);
    names.set(plan.short, all);
    names.set(`${plan.short}-next`, createSet(ofPlan.filter(({ isPreview }) => isPreview)));
    for (const issue of plan.issues) names.set(`${plan.short}-${issue}`, all);
  }
  return names;
}

/** The versions a name is true for; undefined for a name nobody knows. `PLAN-issue-N` is known and false unless listed. */
export function findName(name: string, names: Names): VersionSet | undefined {
  const known = names.get(name);
  if (known !== undefined) return known;
  const plan = /^(.+)-issue-\d+$/.exec(name)?.[1];
  return plan !== undefined && names.has(`${plan}-next`) ? EMPTY_SET : undefined;
}
