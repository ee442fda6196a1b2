import type { VersionSet } from '../versions/index.ts';
import { findSegmentIndex } from './locate.ts';
import type { ResolvedText } from './types.ts';

/** The versions that the `ifversion` tags around a place of a resolved text hold for; undefined outside of such tags. */
export function findCondition({ segments }: ResolvedText, offset: number): VersionSet | undefined {
  return segments[findSegmentIndex(segments, offset)]?.condition;
}
