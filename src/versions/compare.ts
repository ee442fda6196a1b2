import semver from 'semver';
import { createSet } from './sets.ts';
import type { Version, VersionSet } from './types.ts';

/** `3.2`, `2.22`, `11.10.340`: what stands for a release in a condition. Of numbers that begin with a zero, or are very long, no order is known. */
export const RELEASE = /^(?:0|[1-9]\d{0,8})(?:\.(?:0|[1-9]\d{0,8})){1,2}$/;

/** The versions whose number satisfies a semver range: `>=3.1`, `>3.1 <3.4`, `3.2`. Releases are padded: 3.10 is 3.10.0. */
export function satisfies(versions: readonly Version[], range: semver.Range): VersionSet {
  return createSet(
    versions.filter(({ number }) => number !== undefined && semver.satisfies(pad(number), range)),
  );
}

/** Negative where release `a` is older than `b`, zero where they are the same. */
export function compareReleases(a: string, b: string): number {
  return semver.compare(pad(a), pad(b));
}

/**
 * A semver range, or undefined where the text is none. An empty alternative (`3.1 ||`, or no text at all) means every
 * version to semver; here it is no range, for its author meant to write one.
 */
export function parseRange(text: string): semver.Range | undefined {
  if (text.split('||').some((alternative) => alternative.trim() === '')) return undefined;
  const range = semver.validRange(text);
  return range === null ? undefined : new semver.Range(text);
}

function pad(release: string): string {
  return release.split('.').length === 2 ? `${release}.0` : release;
}
