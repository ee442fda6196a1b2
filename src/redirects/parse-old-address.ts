import { COMPARE_SEGMENT } from '../load/index.ts';

/** The segments of an old address, percent-decoded. */
export interface OldAddress {
  readonly segments: readonly string[];
}

/** Why a value cannot be an old address: `holds '//'`. */
export interface AddressFault {
  readonly fault: string;
  readonly isLiquid: boolean;
}

/** Bytes: file systems allow 255 for a name, and some tools add to it. */
const LONGEST_SEGMENT = 200;

/**
 * Reads a value of `redirect_from` (`/articles/about-packages/`). Becomes a folder of the site, so nothing passes that
 * could mean another place to a browser, a server or a file system.
 */
export function parseOldAddress(value: string): OldAddress | AddressFault {
  if (/\{[{%]/.test(value)) return { fault: 'contains Liquid, which is not rendered here', isLiquid: true };
  const fault = findFault(value);
  if (fault !== undefined) return { fault, isLiquid: false };
  const segments = value.split('/').map((segment) => decodeURIComponent(segment));
  const names = segments.filter((segment) => segment !== '');
  return { segments: names.at(-1) === 'index.html' ? names.slice(0, -1) : names };
}

function findFault(value: string): string | undefined {
  if (/[\p{Cc}\p{Surrogate}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u.test(value))
    return 'contains control characters';
  if (/^[a-z][a-z0-9+.-]*:/i.test(value)) return 'names a scheme';
  if (value.includes('\\')) return 'contains a backslash';
  if (value.includes('//')) return "contains '//'";
  if (/[?#]/.test(value)) return 'contains a query or a fragment';
  if (value === '') return 'is empty';
  const segments = value.split('/').map(decodeSegment);
  return segments.map((segment, at) => findSegmentFault(segment, at === segments.length - 1)).find(Boolean);
}

function findSegmentFault(segment: string | undefined, isLast: boolean): string | undefined {
  if (segment === undefined) return 'contains a percent sign that encodes nothing';
  if (segment === '.' || segment === '..') return `contains the segment '${segment}'`;
  if (/[\p{Cc}\u2028\u2029\\/?#%]/u.test(segment)) return 'hides a character behind percent-encoding';
  if (segment === COMPARE_SEGMENT) return `contains the segment '${segment}', where readers compare versions`;
  if (segment.toLowerCase() === 'index.html' && !isLast) return "contains 'index.html' as a folder";
  if (Buffer.byteLength(segment) > LONGEST_SEGMENT) return 'is too long for a file system';
  return undefined;
}

function decodeSegment(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
