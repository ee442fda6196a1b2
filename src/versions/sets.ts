import type { Version, VersionSet } from './types.ts';

export const EMPTY_SET: VersionSet = 0n;

export function createSet(versions: Iterable<Version>): VersionSet {
  let set = EMPTY_SET;
  for (const { index } of versions) set |= 1n << BigInt(index);
  return set;
}

export function hasVersion(set: VersionSet, version: Version): boolean {
  return (set & (1n << BigInt(version.index))) !== 0n;
}

/** The members of a set in registry order. */
export function listMembers(set: VersionSet, versions: readonly Version[]): readonly Version[] {
  return versions.filter((version) => hasVersion(set, version));
}

/** Names of the members, as diagnostics and the command line spell them: `['fpt', 'ghes-3.2']`. */
export function formatVersions(set: VersionSet, versions: readonly Version[]): readonly string[] {
  return listMembers(set, versions).map(({ name }) => name);
}
