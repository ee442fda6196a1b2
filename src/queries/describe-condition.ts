import { placeAt } from '../diagnostics/index.ts';
import { EMPTY_SET, formatRanges, formatVersions, type VersionSet } from '../versions/index.ts';
import type { FoundBranch, Span } from './locate-line.ts';
import type { ConditionAround, SiteSource } from './types.ts';

export function describeCondition(
  site: Pick<SiteSource, 'versions' | 'built'>,
  { traced }: Pick<Span, 'traced'>,
  { tag, branch }: FoundBranch,
): ConditionAround {
  const versions = findBranchVersions({ tag, branch }) & site.built;
  return {
    tag: [branch.keyword, branch.condition].filter((part) => part !== '').join(' '),
    place: placeAt(traced.source, branch.begin),
    versions: formatVersions(versions, site.versions),
    ranges: formatRanges(versions, site.versions, { within: site.built }),
  };
}

/** By its condition and those before it; where these are no predicates, the versions that were seen to take it. */
export function findBranchVersions({ tag, branch }: FoundBranch): VersionSet {
  if (tag.name !== 'ifversion') return branch.taken;
  let rest = ~EMPTY_SET;
  for (const each of tag.branches) {
    const versions = rest & (each.predicate?.versions ?? ~EMPTY_SET);
    if (each === branch) return versions;
    rest &= ~versions;
  }
  return EMPTY_SET;
}
