import type { Pack, PackedText } from './pack.ts';

/**
 * A text that twenty writings of its pack did not ask for is dropped: it is of a state that is gone. Writings of builds that want
 * only some of the texts they are made of count a tenth.
 */
const MAX_AGE = 200;
const AGING = { whole: 10, part: 1 };
/** Bytes of JSON in one pack. The youngest stay. */
const MAX_SIZE = 64 * 1024 * 1024;

/**
 * A pack with new texts and older by one writing. Texts that were asked for are young again, those that nobody asked
 * for any more go.
 *
 * @param asked keys of all texts that this build wanted of the pack
 * @param of whether that is all of them, or of some articles only
 */
export function mergePack(
  last: Pack | undefined,
  added: ReadonlyMap<string, Buffer>,
  asked: ReadonlySet<string>,
  of: keyof typeof AGING = 'whole',
): Pack {
  const all = new Map<string, PackedText>();
  for (const [key, json] of added) all.set(key, { age: 0, json });
  for (const [key, { age, json }] of last ?? []) {
    if (!all.has(key)) all.set(key, { age: asked.has(key) ? 0 : age + AGING[of], json });
  }
  const byAge = [...all]
    .filter(([, { age }]) => age <= MAX_AGE)
    .sort(([, one], [, other]) => one.age - other.age);
  let size = 0;
  const isWithin = ([, { json }]: readonly [string, PackedText]) => {
    size += json.length;
    return size <= MAX_SIZE;
  };
  return new Map(byAge.filter(isWithin));
}
