/**
 * Versions: the plans of the site file become a list of versions, and every condition (of a tag, of frontmatter, of a
 * feature) the set of versions it is true for, parsed once. Knows no files: problems carry offsets or keys.
 */

export { compareReleases, parseRange, RELEASE } from './compare.ts';
export { evaluateCondition } from './condition/evaluate-condition.ts';
export { formatCondition } from './condition/format-condition.ts';
export { hasBounds, parseBounds } from './condition/parse-bounds.ts';
export { parseCondition } from './condition/parse-condition.ts';
export { parsePredicate } from './condition/parse-predicate.ts';
export { simplifyCondition } from './condition/simplify-condition.ts';
export { describeMissingVersion, suggestVersion } from './describe-missing.ts';
export { findSuccessor } from './find-successor.ts';
export { findVersions } from './find-versions.ts';
export { formatRanges, type RangeFormat } from './format-ranges.ts';
export { listVersions } from './list-versions.ts';
export { createNames, findName } from './names.ts';
export {
  createSegmentFinder,
  findNewestAlias,
  formatNewestSegment,
  formatSegment,
} from './segments.ts';
export { createSet, EMPTY_SET, formatVersions, hasVersion, listMembers } from './sets.ts';
export type {
  Condition,
  Names,
  Operator,
  ParsedCondition,
  Predicate,
  PredicateProblem,
  Version,
  VersionMapProblem,
  VersionSet,
} from './types.ts';
export { parseVersionMap } from './version-map.ts';
