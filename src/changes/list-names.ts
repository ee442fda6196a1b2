import type { Version } from '../versions/index.ts';

/** What a page prints of its own version, where another prints that of its own: no change of its text. */
export function listLinkNames(
  older: Version,
  newer: Version,
): readonly (readonly [older: string, newer: string])[] {
  const pairs = [
    [older.number, newer.number],
    [older.release, newer.release],
  ] as const;
  return pairs.flatMap(([one, other]) => (one && other && one !== other ? [[one, other] as const] : []));
}
