import { describe, expect, it } from 'vitest';
import {
  createNames,
  formatCondition,
  formatVersions,
  hasBounds,
  parseBounds,
} from '../../src/versions/index.ts';
import { versions } from './plans.ts';

const names = createNames(versions, new Map());
const parse = (text: string) => parseBounds(text, { short: 'ghes' }, names, versions);
const HINT = 'Write bounds of a release: gte:2.1.x, lte:2.5.x, gt:, lt:, eq:2.1.x,2.3.x or neq:.';

describe('bounds of releases', () => {
  it.each([
    ['gte:3.9.x', 'ghes = 3.9 or ghes > 3.9', 'ghes-3.10 ghes-3.9 ghes-next'],
    ['lte:3.9.x', 'ghes = 3.9 or ghes < 3.9', 'ghes-3.9 ghes-3.2'],
    ['gt:3.9', 'ghes > 3.9', 'ghes-3.10 ghes-next'],
    ['lt:3.9.x', 'ghes < 3.9', 'ghes-3.2'],
    ['eq:3.2.x', 'ghes = 3.2', 'ghes-3.2'],
    ['eq:3.2.x,3.10.x', 'ghes = 3.2 or ghes = 3.10', 'ghes-3.10 ghes-3.2'],
    ['neq:3.2.x', 'ghes != 3.2', 'fpt ghes-3.10 ghes-3.9 ghes-next ghae ghae-next'],
    ['neq:3.2.x,3.9.x', 'ghes != 3.2 and ghes != 3.9', 'fpt ghes-3.10 ghes-next ghae ghae-next'],
    ['gt:3.2.x lt:3.10.x', 'ghes > 3.2 and ghes < 3.10', 'ghes-3.9'],
    ['gt:"3.2.x"  inline:true', 'ghes > 3.2', 'ghes-3.10 ghes-3.9 ghes-next'],
    ['  lt : 3.9.x  ', 'ghes < 3.9', 'ghes-3.2'],
    // Of several releases only the first is a bound.
    ['gt:3.9,3.2', 'ghes > 3.9', 'ghes-3.10 ghes-next'],
  ])('%s is %s', (text, condition, expected) => {
    const parsed = parse(text);
    expect(parsed.problems).toEqual([]);
    expect(parsed.condition && formatCondition(parsed.condition)).toBe(condition);
    expect(formatVersions(parsed.versions, versions).join(' ')).toBe(expected);
  });

  it('keep the place of their word in each comparison', () => {
    expect(parse('lt:3.10 eq:3.2,3.9').condition).toEqual({
      kind: 'and',
      left: { kind: 'comparison', plan: 'ghes', operator: '<', release: '3.10', offset: 0 },
      right: {
        kind: 'or',
        left: { kind: 'comparison', plan: 'ghes', operator: '=', release: '3.2', offset: 8 },
        right: { kind: 'comparison', plan: 'ghes', operator: '=', release: '3.9', offset: 8 },
      },
    });
  });

  it.each([
    ['gte:3.x', [['versions/release', "'3.x' is not a release.", 4]]],
    ['eq:3.2.x,three,3.9', [['versions/release', "'three' is not a release.", 9]]],
    ['gt:x.3.2', [['versions/release', "'x.3.2' is not a release.", 3]]],
    ['above:3.2', [['versions/operator', "'above:' compares nothing.", 0]]],
    ['gt:3.2 EQ:3.9', [['versions/syntax', "'EQ:3.9' is not a bound of a release.", 7]]],
    ['constructor:3.9', [['versions/operator', "'constructor:' compares nothing.", 0]]],
    ['lt:3.9 or  gt:3.2', [['versions/syntax', "'or' is not a bound of a release.", 7]]],
    ['gt:3.2  later ', [['versions/syntax', "'later' is not a bound of a release.", 8]]],
    [' inline:true', [['versions/syntax', "'inline:true' is not a bound of a release.", 1]]],
    [
      'over:3 gt:3',
      [
        ['versions/operator', "'over:' compares nothing.", 0],
        ['versions/release', "'3' is not a release.", 10],
      ],
    ],
  ] as const)('%s is an error', (text, problems) => {
    expect(parse(text)).toEqual({
      condition: undefined,
      versions: 0n,
      problems: problems.map(([code, message, offset]) => ({
        code,
        severity: 'error',
        message,
        hint: HINT,
        offset,
      })),
    });
  });

  it.each([
    ['gte:3.1', true],
    ['  gte : 3.1', true],
    ['ghes > 3.1', false],
    ['ghes > 3.1 gte:3', false],
    ['3:1', false],
    [':', false],
  ])('%j has them: %s', (text, expected) => {
    expect(hasBounds(text)).toBe(expected);
  });
});
