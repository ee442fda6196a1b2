import { EMPTY_SET, parseVersionMap, type Version, type VersionSet } from '../versions/index.ts';

const NO_FEATURES: ReadonlyMap<string, VersionSet> = new Map();

/**
 * What a range of releases in a `versions` map becomes where a version goes: the text, `undefined` where it stays as it is, `null` where it holds
 * for no version any more, though it did.
 *
 * @param key the plan, by its short or its long name
 */
export function retireRange(
  key: string,
  text: string,
  versions: readonly Version[],
  dropped: Version,
): string | undefined | null {
  const { plan, index } = dropped;
  if ((key !== plan.short && key !== plan.id) || text.trim() === '*') return undefined;
  const kept = ~(1n << BigInt(index));
  const read = (range: string) => parseVersionMap({ [key]: range }, versions, NO_FEATURES).versions;
  const all = read('*');
  const before = read(text);
  const after = before & kept;
  if (before === EMPTY_SET) return undefined;
  if (after === EMPTY_SET) return null;
  const isNamed = listNumbers(text).includes(dropped.release);
  if (after === (all & kept)) return before !== all || isNamed ? '*' : undefined;

  const alternatives = text.split('||').map((each) => each.trim());
  const left = alternatives.filter((each) => read(each) === EMPTY_SET || (read(each) & kept) !== EMPTY_SET);
  const shorter = left
    .map((alternative) => {
      const parts = alternative.match(/(?:(?<![<>=~^])[<>=~^]+\s*)?[^\s<>=~^]+/g) ?? [alternative];
      const isNeeded = (part: string) => {
        const rest = parts.filter((other) => other !== part).join(' ');
        if (rest === '') return true;
        const [own, others] = [read(alternative), read(rest)];
        return (
          (own & kept) !== (others & kept) || (own === others && !listNumbers(part).includes(dropped.release))
        );
      };
      const needed = parts.filter(isNeeded);
      return needed.length === parts.length || needed.length === 0 ? alternative : needed.join(' ');
    })
    .join(' || ');
  const isSame = shorter.replace(/\s+/g, '') === text.replace(/\s+/g, '');
  return isSame || (read(shorter) & kept) !== after ? undefined : shorter;
}

function listNumbers(range: string): readonly string[] {
  return range.match(/(?<!\d)\d+(?:\.\d+)+/g) ?? [];
}
