import type { Resolution, ResolvedText, Segment, Use } from './types.ts';

/**
 * Whether two resolutions of an article differ in their versions only. Texts that read the same but come from
 * different places stay apart: a mistake in each of them has a place of its own.
 */
export function isSameOutcome(a: Resolution, b: Resolution): boolean {
  if (a.broken !== b.broken || a.hasOutsideData !== b.hasOutsideData) return false;
  if (a.fallbacks.join() !== b.fallbacks.join()) return false;
  if (a.failures.join() !== b.failures.join()) return false;
  if (JSON.stringify(a.labels) !== JSON.stringify(b.labels)) return false;
  const names = new Set([
    ...Object.keys(a.fields),
    ...Object.keys(b.fields),
  ] as (keyof Resolution['fields'])[]);
  return [...names].every((name) => isSameText(a.fields[name], b.fields[name]));
}

function isSameText(a: ResolvedText | undefined, b: ResolvedText | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  if (a.text !== b.text || a.language !== b.language || a.segments.length !== b.segments.length) return false;
  return a.segments.every((segment, at) => isSameSegment(segment, b.segments[at]));
}

function isSameSegment(a: Segment, b: Segment | undefined): boolean {
  if (b === undefined || a.start !== b.start || a.verbatim !== b.verbatim) return false;
  return isSameUse(a, b);
}

function isSameUse(a: Use | undefined, b: Use | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.source === b.source && a.offset === b.offset && isSameUse(a.via, b.via);
}
