import type { Plan } from '../config/types.ts';
import { createSet, EMPTY_SET, hasVersion } from './sets.ts';
import type { Version, VersionSet } from './types.ts';

export interface RangeFormat {
  /** The versions that are spoken of: all published ones by default. One that the set lacks is not passed over. */
  readonly within?: VersionSet;
  /** What a plan is called: by its short name by default. */
  readonly namePlan?: (plan: Plan) => string;
}

/**
 * A set of versions in words: `fpt, ghes 3.1 and later`. Releases of a plan that follow each other are one range. Where
 * fewer plans are missing than there, those are named that are missing: `every version but ghae`.
 *
 * @example formatRanges(parsePredicate('fpt or ghes > 3.0', names, versions).versions, versions)
 */
export function formatRanges(
  set: VersionSet,
  versions: readonly Version[],
  {
    within = createSet(versions.filter(({ isPreview }) => !isPreview)),
    namePlan = nameShort,
  }: RangeFormat = {},
): string {
  // Of versions that nobody asked for at all, they are all that there is to say.
  const spoken = (set & within) === EMPTY_SET ? within | set : within;
  const plans = groupByPlan(versions.filter((version) => hasVersion(spoken, version)));
  const isOnlyPlan = versions.every(({ plan }) => plan === versions[0]?.plan);
  const format = (members: VersionSet) =>
    plans.flatMap((ofPlan) => formatPlan(ofPlan, members, isOnlyPlan ? undefined : namePlan));

  const there = format(set);
  const missing = format(spoken & ~set);
  if (there.length === 0) return 'no version';
  if (missing.length === 0) return 'every version';
  return missing.length < there.length ? `every version but ${missing.join(', ')}` : there.join(', ');
}

function nameShort({ short }: Plan): string {
  return short;
}

function groupByPlan(versions: readonly Version[]): readonly (readonly Version[])[] {
  return [...new Set(versions.map(({ plan }) => plan))].map((plan) =>
    versions.filter((version) => version.plan === plan),
  );
}

/** One text for each range of a plan; none where it has no member. `namePlan` is absent where there is but one plan. */
function formatPlan(
  ofPlan: readonly Version[],
  members: VersionSet,
  namePlan: RangeFormat['namePlan'],
): readonly string[] {
  const oldestFirst = sortByAge(ofPlan);
  const ranges = findRanges(oldestFirst.map((version) => hasVersion(members, version)));
  const [plan] = ofPlan.map((version) => version.plan);
  if (plan === undefined || ranges.length === 0) return [];
  const [range] = ranges;
  const isWhole = range?.from === 0 && range.to === oldestFirst.length - 1;
  const name = namePlan?.(plan);
  if (isWhole) return [name ?? formatRelease(oldestFirst[0], plan)];
  const isOnly = ranges.length === 1;
  const texts = ranges.map(({ from, to }) => {
    const [first, last] = [oldestFirst[from], oldestFirst[to]].map((version) => formatRelease(version, plan));
    if (from === to) return first;
    if (to === oldestFirst.length - 1) return isOnly ? `${first} and later` : `from ${first}`;
    if (from === 0) return isOnly ? `${last} and earlier` : `up to ${last}`;
    return `${first} to ${last}`;
  });
  return [[name, texts.join(' and ')].filter((part) => part !== undefined && part !== '').join(' ')];
}

/** The list has a plan's newest release first and its preview last. */
function sortByAge(ofPlan: readonly Version[]): readonly Version[] {
  const released = ofPlan.filter(({ isPreview }) => !isPreview).reverse();
  return [...released, ...ofPlan.filter(({ isPreview }) => isPreview)];
}

function formatRelease(version: Version | undefined, plan: Plan): string {
  if (version === undefined) return '';
  if (version.isPreview) return version.number === undefined ? '(next)' : `${version.number} (next)`;
  return version.number ?? (plan.next === undefined ? '' : '(now)');
}

function findRanges(isMember: readonly boolean[]): readonly { readonly from: number; readonly to: number }[] {
  return isMember.flatMap((is, from) => {
    if (!is || isMember[from - 1] === true) return [];
    const end = isMember.indexOf(false, from);
    return [{ from, to: (end === -1 ? isMember.length : end) - 1 }];
  });
}
