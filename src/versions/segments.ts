import type { Plan } from '../config/types.ts';
import type { Version } from './types.ts';

const DEFAULT_PATTERN = '{plan}@{release}';

/** What stands in addresses in the place of a release: `enterprise-server@3.2`, or as the site file has it, `v3.2`. */
export function formatSegment(plan: Plan, release: string): string {
  return fillPattern(plan.addresses?.version ?? DEFAULT_PATTERN, plan, release);
}

/** The same of the newest release, which may have a name of its own; that of the default plan needs none. */
export function formatNewestSegment(plan: Plan, release: string): string {
  const { newest } = plan.addresses ?? {};
  if (newest !== undefined) return fillPattern(newest, plan, release);
  return plan.isDefault ? '' : formatSegment(plan, release);
}

/** Another name of the newest release that the site file gives. */
export function findNewestAlias(plan: Plan, release: string): string | undefined {
  const { alias } = plan.addresses ?? {};
  return alias === undefined ? undefined : fillPattern(alias, plan, release);
}

/** In a pattern of the site file, `{plan}` and `{short}` name the plan. */
function fillPattern(pattern: string, { id, short }: Plan, release: string): string {
  const words: Readonly<Record<string, string>> = { plan: id, short, release };
  return pattern.replace(/\{(plan|short|release)\}/g, (mark, name: string) => words[name] ?? mark);
}

/** The segment of a version that an address without language begins with; of several the longest one. */
export type FindSegment = (address: string) => string | undefined;

/** Segments may hold slashes, and one may be the begin of another. The default version, without one, is nobody's begin. */
export function createSegmentFinder(versions: readonly Pick<Version, 'segment'>[]): FindSegment {
  const segments = versions.map(({ segment }) => segment).filter((segment) => segment !== '');
  segments.sort((one, other) => other.length - one.length);
  return (address) => segments.find((segment) => isBelow(address, segment));
}

function isBelow(address: string, segment: string): boolean {
  return (
    address.startsWith(segment) && (address.length === segment.length || address[segment.length] === '/')
  );
}
