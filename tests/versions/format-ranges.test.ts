import { describe, expect, it } from 'vitest';
import {
  createNames,
  createSet,
  findVersions,
  formatRanges,
  hasVersion,
  parsePredicate,
  type VersionSet,
} from '../../src/versions/index.ts';
import { fc } from '../property.ts';
import { versions } from './plans.ts';

const names = createNames(versions, new Map());
const all = createSet(versions);
const set = (text: string): VersionSet => parsePredicate(text, names, versions).versions;
const members = (...each: string[]) => createSet(each.flatMap((name) => findVersions(versions, name)));

describe('formatRanges', () => {
  it.each([
    ['fpt or ghes or ghae', 'every version'],
    ['ghes > 3.2', 'ghes 3.9 and later'],
    ['fpt or ghes > 3.2', 'fpt, ghes 3.9 and later'],
    ['fpt or ghes', 'every version but ghae'],
    ['ghes or ghae', 'every version but fpt'],
    ['ghes < 3.10', 'ghes 3.9 and earlier'],
    ['ghes', 'ghes'],
    ['ghes = 3.9', 'ghes 3.9'],
    ['ghes != 3.9', 'every version but ghes 3.9'],
    ['ghes > 4.0', 'no version'],
  ])('writes %s as "%s"', (condition, words) => {
    expect(formatRanges(set(condition), versions)).toBe(words);
  });

  it('joins the ranges of a plan, and calls plans as it is told', () => {
    const others = { namePlan: ({ name }: { name: string }) => name };
    expect(formatRanges(members('ghes-3.2', 'ghes-3.10'), versions, others)).toBe('Server 3.2 and 3.10');
    const within = all;
    expect(formatRanges(members('ghes-3.2', 'ghes-3.10', 'ghes-next'), versions, { within })).toBe(
      'ghes 3.2 and from 3.10',
    );
    expect(formatRanges(members('ghes-3.2', 'ghes-3.9', 'ghes-next'), versions, { within })).toBe(
      'ghes up to 3.9 and 3.11 (next)',
    );
    expect(formatRanges(members('ghes-3.9', 'ghes-3.10'), versions, { within })).toBe('ghes 3.9 to 3.10');
  });

  it('speaks of previews only where they are among the versions in question', () => {
    expect(formatRanges(set('ghes > 3.9'), versions)).toBe('ghes 3.10');
    expect(formatRanges(set('ghes > 3.9'), versions, { within: all })).toBe('ghes 3.10 and later');
    expect(formatRanges(members('ghes-3.10'), versions, { within: all })).toBe('ghes 3.10');
    expect(formatRanges(members('ghes-next'), versions)).toBe('ghes 3.11 (next)');
    expect(formatRanges(members('ghae'), versions, { within: all })).toBe('ghae (now)');
    expect(formatRanges(members('ghae-next'), versions, { within: all })).toBe('ghae (next)');
  });

  it('leaves out the name of an only plan', () => {
    const own = versions.filter(({ plan }) => plan.short === 'ghes');
    expect(formatRanges(members('ghes-3.9', 'ghes-3.10'), own)).toBe('3.9 and later');
  });

  it('says different things of different sets', () => {
    const subset = fc.bigInt(0n, all);
    fc.assert(
      fc.property(subset, subset, (a, b) => {
        const same =
          formatRanges(a, versions, { within: all }) === formatRanges(b, versions, { within: all });
        expect(same).toBe(versions.every((each) => hasVersion(a, each) === hasVersion(b, each)));
      }),
    );
  });
});
