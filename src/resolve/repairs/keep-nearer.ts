import type { Edit } from '../tidy/apply-edits.ts';
import { outlineBlocks } from './outline-blocks.ts';

/** Longer lists are judged as one: each trial reads the whole text. */
const MAX_TRIALS = 60;

/**
 * Those edits that bring the blocks of a text nearer to the original's. Edits of neighbouring lines go together, for a
 * table or a list is one.
 */
export function keepNearer(text: string, edits: readonly Edit[], original: string): readonly Edit[] {
  if (edits.length === 0) return edits;
  const goal = outlineBlocks(original);
  const measure = (made: readonly Edit[]) => measureDistance(outlineBlocks(spliceText(text, made)), goal);
  const groups = groupEdits(text, edits);
  const distance = measure([]);
  const kept = groups.length > MAX_TRIALS ? [] : addNearer(groups, distance, measure);
  return kept.length > 0 || measure(edits) >= distance ? kept : edits;
}

function addNearer(
  groups: readonly (readonly Edit[])[],
  distance: number,
  measure: (made: readonly Edit[]) => number,
): readonly Edit[] {
  let kept: readonly Edit[] = [];
  let nearest = distance;
  for (const group of groups) {
    const trial = [...kept, ...group];
    const reached = measure(trial);
    if (reached >= nearest) continue;
    kept = trial;
    nearest = reached;
  }
  return kept;
}

function groupEdits(text: string, edits: readonly Edit[]): readonly (readonly Edit[])[] {
  const groups: Edit[][] = [];
  let end: number | undefined;
  for (const edit of edits) {
    const isNear = end !== undefined && BETWEEN_NEIGHBOURS.test(text.slice(end, edit.start));
    if (isNear) groups.at(-1)?.push(edit);
    else groups.push([edit]);
    end = edit.end;
  }
  return groups;
}

/** A line break, or one tag. */
const BETWEEN_NEIGHBOURS = /^(?:[^\n]*\n[^\n]*|\{%[^{}]*%\}|)$/;

function spliceText(text: string, edits: readonly Edit[]): string {
  let spliced = '';
  let at = 0;
  for (const { start, end, replacement } of edits) {
    spliced += text.slice(at, start) + replacement;
    at = end;
  }
  return spliced + text.slice(at);
}

/** How many words of one outline have none in the other, both ways, as they follow each other. */
function measureDistance(one: readonly string[], other: readonly string[]): number {
  let start = 0;
  while (start < one.length && start < other.length && one[start] === other[start]) start += 1;
  let [end, otherEnd] = [one.length, other.length];
  while (end > start && otherEnd > start && one[end - 1] === other[otherEnd - 1]) {
    end -= 1;
    otherEnd -= 1;
  }
  const [a, b] = [one.slice(start, end), other.slice(start, otherEnd)];
  return a.length + b.length - 2 * countCommon(a, b);
}

/** Length of the longest common subsequence. */
function countCommon(a: readonly string[], b: readonly string[]): number {
  let row = new Uint32Array(b.length + 1);
  for (const word of a) {
    const next = new Uint32Array(b.length + 1);
    for (const [at, each] of b.entries())
      next[at + 1] = word === each ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0);
    row = next;
  }
  return row[b.length] ?? 0;
}
