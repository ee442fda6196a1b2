import { diffKeys } from './diff-keys.ts';
import type { Fingerprint } from './fingerprint.ts';
import type { Node } from './node.ts';
import type { Similarity } from './similarity.ts';

/** Nodes of two texts at one place: equal or alike, or only in one of them. */
export interface Pair {
  readonly before: Node | undefined;
  readonly after: Node | undefined;
  readonly isEqual: boolean;
}

/** Pairs beyond which what lies between two equal nodes is not searched for the best ones. */
const MAX_TRIED = 2500;

/**
 * Pairs the nodes of two lists, in order: equal ones first, so that what was put in shifts nothing; then, between them,
 * those that are most alike.
 */
export function align(
  before: readonly Node[],
  after: readonly Node[],
  fingerprint: Fingerprint,
  similarity: Similarity,
): readonly Pair[] {
  const pairs: Pair[] = [];
  let x = 0;
  let removed: readonly Node[] = [];
  const endGap = (added: readonly Node[]) => {
    pairs.push(...pairAlike(removed, added, similarity));
    removed = [];
  };
  for (const { kind, start, end } of diffKeys(before.map(fingerprint), after.map(fingerprint))) {
    if (kind === 'removed') {
      removed = before.slice(start, end);
      x = end;
    } else if (kind === 'added') endGap(after.slice(start, end));
    else {
      endGap([]);
      for (let y = start; y < end; y += 1, x += 1) {
        pairs.push({ before: before[x], after: after[y], isEqual: true });
      }
    }
  }
  endGap([]);
  return pairs;
}

/** The pairs with the greatest sum of likeness that keep the order of both lists. */
function pairAlike(before: readonly Node[], after: readonly Node[], similarity: Similarity): readonly Pair[] {
  const alone = [
    ...before.map((node): Pair => ({ before: node, after: undefined, isEqual: false })),
    ...after.map((node): Pair => ({ before: undefined, after: node, isEqual: false })),
  ];
  if (before.length === 0 || after.length === 0 || before.length * after.length > MAX_TRIED) return alone;
  const likeness = before.map((one) => after.map((other) => similarity(one, other)));
  const best = sumBest(likeness, before.length, after.length);
  const pairs: Pair[] = [];
  let [x, y] = [0, 0];
  while (x < before.length || y < after.length) {
    const here = best[x]?.[y] ?? 0;
    const alike = likeness[x]?.[y] ?? 0;
    if (alike > 0 && here === alike + (best[x + 1]?.[y + 1] ?? 0)) {
      pairs.push({ before: before[x++], after: after[y++], isEqual: false });
    } else if (x < before.length && (y >= after.length || here === best[x + 1]?.[y])) {
      pairs.push({ before: before[x++], after: undefined, isEqual: false });
    } else pairs.push({ before: undefined, after: after[y++], isEqual: false });
  }
  return pairs;
}

/** `best[x][y]`: the greatest sum from these two on. */
function sumBest(likeness: readonly (readonly number[])[], width: number, height: number): number[][] {
  const best = Array.from({ length: width + 1 }, () => Array<number>(height + 1).fill(0));
  for (let x = width - 1; x >= 0; x -= 1) {
    for (let y = height - 1; y >= 0; y -= 1) {
      const alike = likeness[x]?.[y] ?? 0;
      const row = best[x] ?? [];
      row[y] = Math.max(
        best[x + 1]?.[y] ?? 0,
        row[y + 1] ?? 0,
        alike === 0 ? 0 : alike + (best[x + 1]?.[y + 1] ?? 0),
      );
    }
  }
  return best;
}
