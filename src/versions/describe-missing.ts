import { findNearest } from '../diagnostics/index.ts';
import type { Version } from './types.ts';

/** Says of a name that no version of a site has whether it had one, and which there are. */
export function describeMissingVersion(versions: readonly Version[], name: string): string {
  const known = versions.map((each) => each.name);
  const there = `There are: ${known.join(', ')}.`;
  const [plan, release = ''] = name.split(/[-@](?=[^-@]*$)/);
  const isRetired = versions.some(
    ({ plan: { id, short, deprecated } }) => (plan === id || plan === short) && deprecated.includes(release),
  );
  if (isRetired)
    return `The version '${name}' is no longer documented: the site file lists it as deprecated. ${there}`;
  const nearest = suggestVersion(name, known);
  return `There is no version '${name}'. ${there}${nearest === undefined ? '' : ` Did you mean '${nearest}'?`}`;
}

/** The name that is most likely meant: that of the only version with the release, or else the nearest. */
export function suggestVersion(name: string, known: readonly string[]): string | undefined {
  const ofRelease = known.filter((each) => /^\d/.test(name) && each.endsWith(`-${name}`));
  return ofRelease.length === 1 ? ofRelease[0] : findNearest(name, known);
}
