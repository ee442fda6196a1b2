import type { Redirect } from './types.ts';

/** Characters of a line, on hosts that say how many they read. */
const LONGEST_LINE = 1000;

/** A line of a `_redirects`; undefined where it would be longer than hosts read. */
export function formatRule(from: string, to: string, status: string): string | undefined {
  const line = `${from} ${to} ${status}`;
  return line.length <= LONGEST_LINE ? line : undefined;
}

/** `302` for what browsers must not remember. */
export function formatStatus({ isTemporary }: Pick<Redirect, 'isTemporary'>): '301' | '302' {
  return isTemporary ? '302' : '301';
}

/** Whether an address would be read as a pattern, or as two words. */
export function isPatternLike(address: string): boolean {
  return /[*:\s]/.test(address);
}

/** The first of the patterns that fits an address: the one that hosts take. */
export function findPattern(
  patterns: readonly Redirect[],
  { from }: Pick<Redirect, 'from'>,
): Redirect | undefined {
  return patterns.find((pattern) => from.startsWith(pattern.from));
}
