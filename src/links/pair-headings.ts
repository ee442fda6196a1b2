import type { Heading } from '../markdown/index.ts';

/**
 * For each heading of a translation the id of the source's heading that stands for it: by position where both texts
 * have the same depths in the same order, else by the longest run of depths that both have in common.
 */
export function pairHeadings(
  translated: readonly Heading[],
  source: readonly Heading[],
): readonly (string | undefined)[] {
  const isParallel =
    translated.length === source.length && translated.every(({ depth }, at) => depth === source[at]?.depth);
  return isParallel ? source.map(({ id }) => id) : alignByDepth(translated, source);
}

function alignByDepth(
  translated: readonly Heading[],
  source: readonly Heading[],
): readonly (string | undefined)[] {
  const measure = measureCommon(translated, source);
  const ids = translated.map((): string | undefined => undefined);
  let a = 0;
  let b = 0;
  while (a < translated.length && b < source.length) {
    if (translated[a]?.depth === source[b]?.depth) ids[a++] = source[b++]?.id;
    else if (measure(a + 1, b) >= measure(a, b + 1)) a += 1;
    else b += 1;
  }
  return ids;
}

/** Length of the longest common subsequence of depths from heading `a` of one and heading `b` of the other on. */
function measureCommon(one: readonly Heading[], other: readonly Heading[]): (a: number, b: number) => number {
  const width = other.length + 1;
  const table = new Uint16Array((one.length + 1) * width);
  const read = (a: number, b: number) => table[a * width + b] ?? 0;
  for (let a = one.length - 1; a >= 0; a -= 1) {
    for (let b = other.length - 1; b >= 0; b -= 1) {
      const isSame = one[a]?.depth === other[b]?.depth;
      table[a * width + b] = isSame ? read(a + 1, b + 1) + 1 : Math.max(read(a + 1, b), read(a, b + 1));
    }
  }
  return read;
}
