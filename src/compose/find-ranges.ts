import type { VersionRange } from '../../site/view.ts';
import { listMembers, type Version, type VersionSet } from '../versions/index.ts';

/** A part of the versions of an article as ranges, plan by plan. Previews count where nothing else is in it. */
export function findRanges(
  set: VersionSet,
  whole: VersionSet,
  versions: readonly Version[],
): readonly VersionRange[] {
  const released = listMembers(whole, versions).filter(({ isPreview }) => !isPreview);
  const members = new Set(listMembers(set & whole, versions));
  const ranges = [...new Set(released.map(({ plan }) => plan))].flatMap((plan) =>
    findPlanRanges(
      released.filter((version) => version.plan === plan),
      members,
    ),
  );
  return ranges.length > 0
    ? ranges
    : [...members].map((only) => ({ kind: 'some', oldest: only, newest: only }));
}

/** `releases` stand newest first. */
function findPlanRanges(
  releases: readonly Version[],
  members: ReadonlySet<Version>,
): readonly VersionRange[] {
  const ranges: VersionRange[] = [];
  for (let at = 0; at < releases.length; at += 1) {
    const newest = releases[at];
    if (newest === undefined || !members.has(newest)) continue;
    let end = at;
    while (isMember(releases[end + 1], members)) end += 1;
    const isNewest = at === 0;
    const isOldest = end === releases.length - 1;
    const kind = isNewest && isOldest ? 'plan' : isNewest ? 'later' : isOldest ? 'earlier' : 'some';
    ranges.push({ kind, newest, oldest: releases[end] ?? newest });
    at = end;
  }
  return ranges;
}

function isMember(version: Version | undefined, members: ReadonlySet<Version>): boolean {
  return version !== undefined && members.has(version);
}
