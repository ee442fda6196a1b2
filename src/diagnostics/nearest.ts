import { distance } from 'fastest-levenshtein';

/**
 * The candidate nearest in spelling, for hints; undefined where none is near: a third of the
 * word may differ, two letters of a short one, never all of it.
 * Of equally near ones the first of the list.
 */
export function findNearest(word: string, candidates: Iterable<string>): string | undefined {
  let nearest: string | undefined;
  let best = Math.min(word.length, Math.max(2, Math.floor(word.length / 3)) + 1);
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= best) continue;
    const steps = distance(word, candidate);
    if (steps < best) [nearest, best] = [candidate, steps];
  }
  return nearest;
}
