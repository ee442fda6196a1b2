/** A place in both sequences, or in one of them where the other has nothing. */
export interface AlignStep {
  readonly base?: number;
  readonly head?: number;
}

/** Above this many comparisons the middle of two long sequences counts as replaced as a whole. */
const MAX_CELLS = 4_000_000;

/** Pairs two sequences by a longest common subsequence, in order: what went stands before what came. */
export function alignSequences(base: readonly string[], head: readonly string[]): readonly AlignStep[] {
  const start = countSame(base, head, (index) => [index, index]);
  const limit = Math.min(base.length, head.length) - start;
  const fromEnd = (index: number) => [base.length - 1 - index, head.length - 1 - index] as const;
  const end = Math.min(limit, countSame(base, head, fromEnd));
  const steps: AlignStep[] = [];
  for (let index = 0; index < start; index += 1) steps.push({ base: index, head: index });
  const middle = alignMiddle(base.slice(start, base.length - end), head.slice(start, head.length - end));
  for (const step of middle) steps.push(shift(step, start));
  for (let index = end - 1; index >= 0; index -= 1) {
    const [inBase, inHead] = fromEnd(index);
    steps.push({ base: inBase, head: inHead });
  }
  return steps;
}

function countSame(
  base: readonly string[],
  head: readonly string[],
  at: (index: number) => readonly [number, number],
): number {
  let count = 0;
  while (count < base.length && count < head.length) {
    const [inBase, inHead] = at(count);
    if (base[inBase] !== head[inHead]) break;
    count += 1;
  }
  return count;
}

function shift({ base, head }: AlignStep, by: number): AlignStep {
  return {
    ...(base === undefined ? {} : { base: base + by }),
    ...(head === undefined ? {} : { head: head + by }),
  };
}

function alignMiddle(base: readonly string[], head: readonly string[]): readonly AlignStep[] {
  const lengths = base.length * head.length > MAX_CELLS ? undefined : measureTails(base, head);
  const tail = (inBase: number, inHead: number) => lengths?.[inBase]?.[inHead] ?? 0;
  const steps: AlignStep[] = [];
  let inBase = 0;
  let inHead = 0;
  while (inBase < base.length || inHead < head.length) {
    const hasBoth = lengths !== undefined && inBase < base.length && inHead < head.length;
    if (hasBoth && base[inBase] === head[inHead]) {
      steps.push({ base: inBase, head: inHead });
      inBase += 1;
      inHead += 1;
    } else if (inHead >= head.length || (inBase < base.length && isBaseFirst())) {
      steps.push({ base: inBase });
      inBase += 1;
    } else {
      steps.push({ head: inHead });
      inHead += 1;
    }
  }
  return steps;

  function isBaseFirst(): boolean {
    return tail(inBase + 1, inHead) >= tail(inBase, inHead + 1);
  }
}

/** For each pair of places the length of the longest common subsequence from there on. */
function measureTails(base: readonly string[], head: readonly string[]): readonly Uint32Array[] {
  const rows = Array.from({ length: base.length + 1 }, () => new Uint32Array(head.length + 1));
  for (let inBase = base.length - 1; inBase >= 0; inBase -= 1) {
    const row = rows[inBase];
    const below = rows[inBase + 1];
    if (row === undefined || below === undefined) continue;
    for (let inHead = head.length - 1; inHead >= 0; inHead -= 1) {
      const isSame = base[inBase] === head[inHead];
      row[inHead] = isSame
        ? (below[inHead + 1] ?? 0) + 1
        : Math.max(below[inHead] ?? 0, row[inHead + 1] ?? 0);
    }
  }
  return rows;
}
