import { formatRanges, listMembers, type VersionSet } from '../../versions/index.ts';
import type { EditedSite } from '../types.ts';

/** Versions in words: their ranges, and the titles of a few. */
export function describeSet(
  { versions, built }: Pick<EditedSite['workspace'], 'versions' | 'built'>,
  wanted: VersionSet,
): string {
  const set = wanted & built;
  const names = listMembers(set, versions).map(({ title }) => title);
  const ranges = `**${formatRanges(set, versions, { within: built })}**`;
  return names.length > 0 && names.length <= 8 ? `${ranges}\n\n${names.join(', ')}` : ranges;
}
