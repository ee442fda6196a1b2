/**
 * Versions: the plans of the site file become a list of versions, and every condition (of a tag, of frontmatter, of a
 * feature) the set of versions it is true for, parsed once. Knows no files: problems carry offsets or keys.
 */

export { compareReleases, parseRange } from './compare.ts';
export { findVersions } from './find-versions.ts';
export { listVersions } from './list-versions.ts';
export { createNames, findName } from './names.ts';
export { parsePredicate } from './predicate.ts';
export { createSet, EMPTY_SET, formatVersions, hasVersion, listMembers } from './sets.ts';
export type { Names, Predicate, PredicateProblem, Version, VersionMapProblem, VersionSet } from './types.ts';
export { parseVersionMap } from './version-map.ts';
