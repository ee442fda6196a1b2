import type { Heading } from '../markdown/index.ts';

/**
 * For each heading of a translation the id of the source's heading that stands for it, where that is sure; otherwise
 * undefined, for a wrong id leads readers to another section. By position where both texts nest alike. Else headings that
 * are the same in both languages divide the texts, and between them those are paired whose levels leave no choice.
 */
export function pairHeadings(
  translated: readonly Heading[],
  source: readonly Heading[],
): readonly (string | undefined)[] {
  const ids = translated.map((): string | undefined => undefined);
  if (isSame(listNesting(translated), listNesting(source))) return source.map(({ id }) => id);
  const [levels, sourceLevels] = [listLevels(translated), listLevels(source)];
  let [a, b] = [0, 0];
  const anchors = findAnchors(translated, source).filter(
    ([one, other]) => levels[one] === sourceLevels[other],
  );
  for (const [atA, atB] of [...anchors, [translated.length, source.length] as const]) {
    for (const [one, other] of alignLevels(levels.slice(a, atA), sourceLevels.slice(b, atB)))
      ids[a + one] = source[b + other]?.id;
    if (atA < translated.length) ids[atA] = source[atB]?.id;
    [a, b] = [atA + 1, atB + 1];
  }
  return ids;
}

type Pair = readonly [number, number];

/** Levels counted from the highest: a translation may have all of them one lower. */
function listLevels(headings: readonly Heading[]): readonly number[] {
  const highest = Math.min(...headings.map(({ depth }) => depth));
  return headings.map(({ depth }) => depth - highest);
}

/** How deep each heading is nested: 0, 1, 1, 0 for levels 2, 4, 3, 2. */
function listNesting(headings: readonly Heading[]): readonly number[] {
  const open: number[] = [];
  return headings.map(({ depth }) => {
    while ((open.at(-1) ?? 0) >= depth) open.pop();
    open.push(depth);
    return open.length - 1;
  });
}

function isSame(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((level, at) => level === other[at]);
}

/** Headings with the same id, or the same titles of other articles, in both texts, as far as they follow each other alike. */
function findAnchors(translated: readonly Heading[], source: readonly Heading[]): readonly Pair[] {
  const places = indexKeys(source);
  const own = indexKeys(translated);
  const pairs = [...own].flatMap(([key, a]): readonly Pair[] => {
    const b = places.get(key);
    return a === undefined || b === undefined ? [] : [[a, b]];
  });
  return findLongestRun(pairs.sort(([one], [other]) => one - other));
}

/** By what both languages share of a heading; undefined where two headings share it. */
function indexKeys(headings: readonly Heading[]): ReadonlyMap<string, number | undefined> {
  const places = new Map<string, number | undefined>();
  for (const [at, { id, titled }] of headings.entries()) {
    const key = titled === undefined || titled.hasOwnId ? `#${id}` : titled.urls.join(' ');
    places.set(key, places.has(key) ? undefined : at);
  }
  return places;
}

/** The longest list of pairs, sorted by their first numbers, in which the second numbers grow too. */
function findLongestRun(pairs: readonly Pair[]): readonly Pair[] {
  const runs: (readonly Pair[])[] = [];
  for (const pair of pairs) {
    const before = runs.filter((run) => (run.at(-1)?.[1] ?? -1) < pair[1]);
    const longest = before.reduce<readonly Pair[]>(
      (best, run) => (run.length > best.length ? run : best),
      [],
    );
    runs.push([...longest, pair]);
  }
  return runs.reduce<readonly Pair[]>((best, run) => (run.length > best.length ? run : best), []);
}

/** The pairs of equal levels that every longest alignment of both has. */
function alignLevels(one: readonly number[], other: readonly number[]): readonly Pair[] {
  if (one.length === 0 || other.length === 0) return [];
  if (isSame(one, other)) return one.map((_, at) => [at, at] as const);
  const before = measureCommon(one, other);
  const backwards = measureCommon([...one].reverse(), [...other].reverse());
  const after = (a: number, b: number) => backwards(one.length - a, other.length - b);
  const length = after(0, 0);
  return one.flatMap((level, a): readonly Pair[] => {
    const mayBeLeftOut = [...other.keys(), other.length].some(
      (b) => before(a, b) + after(a + 1, b) === length,
    );
    if (mayBeLeftOut) return [];
    const partners = [...other.keys()].filter(
      (b) => other[b] === level && before(a, b) + 1 + after(a + 1, b + 1) === length,
    );
    const [partner] = partners;
    return partner === undefined || partners.length > 1 ? [] : [[a, partner]];
  });
}

/** Length of the longest common subsequence of the first `a` levels of one and the first `b` of the other. */
function measureCommon(one: readonly number[], other: readonly number[]): (a: number, b: number) => number {
  const width = other.length + 1;
  const table = new Uint16Array((one.length + 1) * width);
  const read = (a: number, b: number) => table[a * width + b] ?? 0;
  for (let a = 1; a <= one.length; a += 1) {
    for (let b = 1; b <= other.length; b += 1) {
      const isEqual = one[a - 1] === other[b - 1];
      table[a * width + b] = isEqual ? read(a - 1, b - 1) + 1 : Math.max(read(a - 1, b), read(a, b - 1));
    }
  }
  return read;
}
