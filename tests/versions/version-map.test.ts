import { describe, expect, it } from 'vitest';
import { createSet, findVersions, formatVersions, parseVersionMap } from '../../src/versions/index.ts';
import { versions } from './plans.ts';

const features = new Map([
  ['a', createSet(findVersions(versions, 'fpt'))],
  ['b', createSet(findVersions(versions, 'ghes-3.9'))],
]);
const parse = (map: Record<string, string | readonly string[]>) => parseVersionMap(map, versions, features);

describe('the versions map of frontmatter', () => {
  it.each([
    [{ fpt: '*' }, 'fpt'],
    [{ ghes: '*' }, 'ghes-3.10 ghes-3.9 ghes-3.2 ghes-next'],
    [{ server: '*' }, 'ghes-3.10 ghes-3.9 ghes-3.2 ghes-next'],
    [{ ghes: '>=3.9' }, 'ghes-3.10 ghes-3.9 ghes-next'],
    [{ ghes: '>3.2 <3.10' }, 'ghes-3.9'],
    [{ ghes: '3.2 || 3.10' }, 'ghes-3.10 ghes-3.2'],
    [{ ghes: '<=3.9' }, 'ghes-3.9 ghes-3.2'],
    [{ ghes: '=3.2' }, 'ghes-3.2'],
    [{ ghes: 'next' }, 'ghes-next'],
    [{ ghae: '*' }, 'ghae ghae-next'],
    [{ ghae: 'next' }, 'ghae-next'],
    [{ ghae: '>=2.0' }, 'ghae ghae-next'],
    [{ fpt: 'whatever' }, 'fpt'],
    [{ ghae: 'issue-9' }, ''],
    [{ ghes: 'issue-7' }, 'ghes-3.10 ghes-3.9 ghes-3.2 ghes-next'],
    [{ feature: 'a' }, 'fpt'],
    [{ feature: ['a', 'b'] }, 'fpt ghes-3.9'],
    [{ feature: 'b', ghae: '*' }, 'ghes-3.9 ghae ghae-next'],
  ])('%j means %s', (map: Record<string, string | readonly string[]>, expected) => {
    const { versions: set, problems } = parse(map);
    expect(formatVersions(set, versions).join(' ')).toBe(expected);
    expect(problems).toEqual([]);
  });

  it.each(['3.2 ||', '|| 3.2', '3.2 || || 3.9', ''])(
    'takes %j for no range, not for every release',
    (ghes) => {
      const { versions: set, problems } = parse({ ghes });
      expect(formatVersions(set, versions)).toEqual([]);
      expect(problems).toMatchObject([{ key: 'ghes', code: 'versions/bad-range' }]);
    },
  );

  it('reports every bad key and keeps the good ones', () => {
    const { versions: set, problems } = parse({ fpt: '*', gehs: '*', ghes: 'three', feature: 'c' });
    expect(formatVersions(set, versions)).toEqual(['fpt']);
    expect(problems).toEqual([
      {
        key: 'gehs',
        of: 'key',
        code: 'versions/unknown-plan',
        severity: 'warning',
        message: `There is no plan 'gehs'; the entry is left out.`,
        hint: `Did you mean 'ghes'?`,
      },
      {
        key: 'ghes',
        of: 'value',
        code: 'versions/bad-range',
        severity: 'error',
        message: `'three' is not a range of releases of 'ghes'.`,
        hint: `Write '*', '>=3.1', '<3.2', '>3.0 <3.3', '3.2' or 'next'.`,
      },
      {
        key: 'feature',
        of: 'value',
        code: 'versions/unknown-feature',
        severity: 'error',
        message: `There is no feature 'c'.`,
        hint: 'Add data/features/c.yml, or name a plan.',
      },
    ]);
  });
});
