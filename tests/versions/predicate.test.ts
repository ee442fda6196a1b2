import { describe, expect, it } from 'vitest';
import {
  createNames,
  createSet,
  findVersions,
  formatVersions,
  parsePredicate,
} from '../../src/versions/index.ts';
import { fc } from '../property.ts';
import { versions } from './plans.ts';

const features = new Map([['fast-lane', createSet(findVersions(versions, 'ghes-3.10'))]]);
const names = createNames(versions, features);
const parse = (text: string) => parsePredicate(text, names, versions);
const trueFor = (text: string) => formatVersions(parse(text).versions, versions).join(' ');
const all = 'fpt ghes-3.10 ghes-3.9 ghes-3.2 ghes-next ghae ghae-next';

describe('a condition', () => {
  it.each([
    ['fpt', 'fpt'],
    ['ghes', 'ghes-3.10 ghes-3.9 ghes-3.2 ghes-next'],
    ['ghae', 'ghae ghae-next'],
    ['ghae-next', 'ghae-next'],
    ['ghes-next', 'ghes-next'],
    ['fpt-next', ''],
    ['ghes-issue-7', 'ghes-3.10 ghes-3.9 ghes-3.2 ghes-next'],
    ['ghes-issue-8', ''],
    ['fast-lane', 'ghes-3.10'],
    ['ghes = 3.9', 'ghes-3.9'],
    ['ghes > 3.9', 'ghes-3.10 ghes-next'],
    ['ghes < 3.10', 'ghes-3.9 ghes-3.2'],
    ['ghes > 3.10', 'ghes-next'],
    ['ghes = 3.11', 'ghes-next'],
    ['ghes != 3.9', 'fpt ghes-3.10 ghes-3.2 ghes-next ghae ghae-next'],
    ['not fpt', 'ghes-3.10 ghes-3.9 ghes-3.2 ghes-next ghae ghae-next'],
    ['not fast-lane', 'fpt ghes-3.9 ghes-3.2 ghes-next ghae ghae-next'],
    ['not ghes < 3.10', 'fpt ghes-3.10 ghes-next ghae ghae-next'],
    ['not not fpt', 'fpt'],
    ['fpt or ghes > 3.9 or ghae-next', 'fpt ghes-3.10 ghes-next ghae-next'],
    ['ghes and fast-lane', 'ghes-3.10'],
    ['  fpt   or\n ghae ', 'fpt ghae ghae-next'],
  ])('%s is true for %s', (text, expected) => {
    expect(trueFor(text)).toBe(expected);
    expect(parse(text).problems).toEqual([]);
  });

  it('groups from the right, and warns where and meets or', () => {
    expect(trueFor('fpt or ghes and ghae')).toBe('fpt');
    expect(trueFor('fpt and ghes or ghae')).toBe('');
    expect(parse('fpt or ghes and ghae').problems).toEqual([
      {
        code: 'versions/mixed-and-or',
        severity: 'warning',
        message: `The condition mixes 'and' with 'or', which have equal rank and group from the right.`,
        hint: 'Split it into nested conditions, or give the combination a name in data/features.',
        offset: 12,
      },
    ]);
  });

  it('takes an unknown name as false, with the nearest name as a hint', () => {
    expect(trueFor('fpt or fast-lanes')).toBe('fpt');
    expect(trueFor('not nobody')).toBe(all);
    expect(parse('fpt or fast-lanes').problems).toEqual([
      {
        code: 'versions/unknown-name',
        severity: 'warning',
        message: `No plan or feature is called 'fast-lanes'; the condition takes it as false.`,
        hint: `Did you mean 'fast-lane'?`,
        offset: 7,
      },
    ]);
  });

  it.each([
    ['(ghes)', 0, "Write 'ghes'."],
    [
      'fpt and (ghes or fast-lane)',
      8,
      'Split it into nested conditions, or give the combination a name in data/features.',
    ],
  ])('%s is an error, told once at its bracket', (text, offset, hint) => {
    const { problems, versions } = parse(text);
    expect(versions).toBe(0n);
    expect(problems).toEqual([
      {
        code: 'versions/brackets',
        severity: 'error',
        message: expect.stringContaining('A condition has no brackets'),
        hint,
        offset,
      },
    ]);
  });

  it.each(['"ghes"', 'GHES', 'server', 'gehs'])('%s gets the hint that ghes is meant', (text) => {
    expect(parse(text).problems[0]?.hint).toBe(`Did you mean 'ghes'?`);
  });

  it.each([
    ['!ghes', "Write 'not ghes'."],
    ['ghes-3.1', "Write 'ghes = 3.1'."],
    ['ghes3.1', "Write 'ghes = 3.1'."],
  ])('%s is shown as conditions write it', (text, hint) => {
    expect(parse(text).problems[0]?.hint).toBe(hint);
  });

  it.each([
    ['ghes >= 3.9', 'versions/operator', 5, `Write 'ghes > 3.2'.`],
    ['ghes <= 3.9', 'versions/operator', 5, `Write 'ghes < 3.10'.`],
    ['ghes == 3.9', 'versions/operator', 5, `Write 'ghes = 3.9'.`],
    ['ghes <> 3.9', 'versions/operator', 5, `Write 'ghes != 3.9'.`],
    ['ghes>3.9', 'versions/syntax', 0, `Write 'ghes > 3.9'.`],
    [
      'ghes > 3',
      'versions/release',
      7,
      `Compare a plan with a number, such as 'ghes > 3.10'; a plan without numbers is named alone.`,
    ],
    [
      'ghae > latest',
      'versions/release',
      7,
      `Compare a plan with a number, such as 'ghes > 3.10'; a plan without numbers is named alone.`,
    ],
    [
      'ghes >',
      'versions/release',
      6,
      `Compare a plan with a number, such as 'ghes > 3.10'; a plan without numbers is named alone.`,
    ],
    ['', 'versions/empty-condition', 0, `Name a plan, a feature or a release: 'fpt', 'ghes > 3.1'.`],
    ['or fpt', 'versions/syntax', 0, `Join names and comparisons with 'and' or 'or': 'fpt or ghes > 3.1'.`],
    ['fpt or', 'versions/syntax', 6, `Join names and comparisons with 'and' or 'or': 'fpt or ghes > 3.1'.`],
    ['fpt && ghes', 'versions/syntax', 4, `Write 'and'.`],
    ['fpt ghes', 'versions/syntax', 4, `Write 'fpt or ghes > 3.1', with spaces around each word.`],
  ])('%j is an error: %s at %i', (text, code, offset, hint) => {
    const { versions: set, problems } = parse(text);
    expect(set).toBe(0n);
    expect(problems).toMatchObject([{ code, severity: 'error', offset, hint }]);
  });

  it.each(['3.01', '03.1', '3.1.00', '3.12345678901234567890'])(
    'a number that has no order is no release: %s',
    (release) => {
      const { versions: set, problems } = parse(`ghes > ${release}`);
      expect(set).toBe(0n);
      expect(problems).toMatchObject([{ code: 'versions/release', offset: 7 }]);
    },
  );

  it('reports every fault of a condition, not only the first', () => {
    expect(parse('nobody or ghes >= three').problems.map(({ code, offset }) => [code, offset])).toEqual([
      ['versions/unknown-name', 0],
      ['versions/operator', 15],
      ['versions/release', 18],
    ]);
  });

  it('warns where a plan without numbers is compared with one', () => {
    expect(parse('ghae > 3.0').problems).toMatchObject([{ code: 'versions/unnumbered-plan', offset: 0 }]);
    expect(trueFor('ghae > 3.0')).toBe('');
    expect(trueFor('ghae != 3.0')).toBe(all);
  });
});

describe('conditions as sets', () => {
  const operand = fc.oneof(
    fc.constantFrom('fpt', 'ghes', 'ghae', 'ghae-next', 'fast-lane'),
    fc
      .tuple(fc.constantFrom('=', '!=', '<', '>'), fc.constantFrom('3.2', '3.9', '3.10'))
      .map(([o, r]) => `ghes ${o} ${r}`),
  );

  it('not is the complement, and is the intersection, or is the union', () => {
    fc.assert(
      fc.property(operand, operand, (a, b) => {
        const [left, right] = [parse(a).versions, parse(b).versions];
        expect(parse(`not ${a}`).versions).toBe(createSet(versions) & ~left);
        expect(parse(`${a} and ${b}`).versions).toBe(left & right);
        expect(parse(`${a} or ${b}`).versions).toBe(left | right);
      }),
    );
  });

  it('any text is read without an exception, and what it is true for are versions of the list', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.array(fc.constantFrom('fpt', 'not', 'and', 'or', '>', '3.2', '=='))),
        (input) => {
          const text = typeof input === 'string' ? input : input.join(' ');
          expect(parse(text).versions & ~createSet(versions)).toBe(0n);
        },
      ),
    );
  });
});
