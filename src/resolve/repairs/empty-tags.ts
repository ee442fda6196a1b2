import { findTags, rewriteTag } from './find-tags.ts';
import type { Repair } from './types.ts';

/** `{% %}`: a tag that has lost its name, which the original tells where it has as many tags more. */
export const emptyTags: Repair = {
  kind: 'empty-tags',
  findEdits(text, original) {
    const tags = findTags(text);
    const empty = tags.filter(({ name }) => name === '');
    if (empty.length === 0) return [];
    const wanted = findTags(original.text).map(({ name }) => name);
    const there = tags.map(({ name }) => name);
    const missing = pairInOrder(wanted, there) ?? listMissing(wanted, there);
    const isTold = missing.length === empty.length && missing.every((name) => BARE.test(name));
    return isTold ? empty.map((tag, at) => rewriteTag(tag, missing[at] ?? '')) : [];
  },
};

/** Tags that are their name and nothing else. */
const BARE = /^(?:else|end[a-z_]+|raw|note|tip|warning|danger)$/;

/** The names at the places of the empty ones; undefined where the two lists differ elsewhere too. */
function pairInOrder(wanted: readonly string[], there: readonly string[]): readonly string[] | undefined {
  const isAlike =
    wanted.length === there.length && there.every((name, at) => name === '' || name === wanted[at]);
  return isAlike ? wanted.filter((_, at) => there[at] === '') : undefined;
}

/** What the first list has and the second has not, counted, in the order of the first; the last ones of a name are missing. */
function listMissing(wanted: readonly string[], there: readonly string[]): readonly string[] {
  return wanted.filter((name, at) => {
    const before = wanted.slice(0, at + 1).filter((each) => each === name).length;
    return before > there.filter((each) => each === name).length;
  });
}
