import { findNearest } from '../diagnostics/index.ts';
import { parseRange, satisfies } from './compare.ts';
import { createSet, EMPTY_SET } from './sets.ts';
import type { Version, VersionMapProblem, VersionSet } from './types.ts';

/**
 * The versions that a `versions` map of frontmatter or of a feature file means. Keys are plans (short or long name)
 * and `feature`; values are semver ranges, `*`, `next`, `issue-N`, or for `feature` a name or a list of names, united.
 * For a plan without numbered releases naming it is enough.
 *
 * @example parseVersionMap({ fpt: '*', ghes: '>=3.1' }, versions, features).versions
 */
export function parseVersionMap(
  map: Readonly<Record<string, string | readonly string[]>>,
  versions: readonly Version[],
  features: ReadonlyMap<string, VersionSet>,
): { readonly versions: VersionSet; readonly problems: readonly VersionMapProblem[] } {
  const problems: VersionMapProblem[] = [];
  let set = EMPTY_SET;
  for (const [key, value] of Object.entries(map)) {
    const found = key === 'feature' ? findFeatures(value, features) : findReleases(key, value, versions);
    if (typeof found === 'bigint') set |= found;
    else problems.push(...[found].flat().map((fault) => ({ key, ...fault })));
  }
  return { versions: set, problems };
}

type Fault = Omit<VersionMapProblem, 'key'>;

function findFeatures(
  value: string | readonly string[],
  features: ReadonlyMap<string, VersionSet>,
): VersionSet | readonly Fault[] {
  const names = [value].flat();
  const faults = names.flatMap((name, at) =>
    features.has(name)
      ? []
      : { ...describeUnknownFeature(name, features), ...(typeof value !== 'string' && { at }) },
  );
  return faults.length > 0
    ? faults
    : names.reduce((set, name) => set | (features.get(name) ?? 0n), EMPTY_SET);
}

function findReleases(
  key: string,
  value: string | readonly string[],
  versions: readonly Version[],
): VersionSet | Fault {
  const ofPlan = versions.filter(({ plan }) => plan.short === key || plan.id === key);
  const plan = ofPlan[0]?.plan;
  if (plan === undefined) return describeUnknownPlan(key, versions);
  if (typeof value !== 'string') return describeBadRange(key, value.join(', '));
  const range = value.trim();
  if (range === '*') return createSet(ofPlan);
  if (range === 'next') return createSet(ofPlan.filter(({ isPreview }) => isPreview));
  if (/^issue-\d+$/.test(range)) return plan.issues.includes(range) ? createSet(ofPlan) : EMPTY_SET;
  if (plan.releases.length === 0) return createSet(ofPlan);
  const parsed = parseRange(range);
  return parsed === undefined ? describeBadRange(key, range) : satisfies(ofPlan, parsed);
}

function describeUnknownFeature(name: string, features: ReadonlyMap<string, VersionSet>): Fault {
  const nearest = findNearest(name, features.keys());
  return {
    of: 'value',
    code: 'versions/unknown-feature',
    severity: 'error',
    message: `There is no feature '${name}'.`,
    hint:
      nearest === undefined ? `Add data/features/${name}.yml, or name a plan.` : `Did you mean '${nearest}'?`,
  };
}

function describeUnknownPlan(key: string, versions: readonly Version[]): Fault {
  const plans = [...new Set(versions.map(({ plan }) => plan.short))];
  const nearest = findNearest(key, [...plans, 'feature']);
  return {
    of: 'key',
    code: 'versions/unknown-plan',
    severity: 'warning',
    message: `There is no plan '${key}'; the entry is left out.`,
    hint: nearest === undefined ? `The plans are ${plans.join(', ')}.` : `Did you mean '${nearest}'?`,
  };
}

function describeBadRange(key: string, range: string): Fault {
  return {
    of: 'value',
    code: 'versions/bad-range',
    severity: 'error',
    message: `'${range}' is not a range of releases of '${key}'.`,
    hint: `Write '*', '>=3.1', '<3.2', '>3.0 <3.3', '3.2' or 'next'.`,
  };
}
