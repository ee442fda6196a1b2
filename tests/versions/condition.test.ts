import { describe, expect, it } from 'vitest';
import {
  type Condition,
  createNames,
  createSet,
  evaluateCondition,
  findVersions,
  formatCondition,
  type Operator,
  parseCondition,
  simplifyCondition,
} from '../../src/versions/index.ts';
import { fc } from '../property.ts';
import { versions } from './plans.ts';

const features = new Map([['fast-lane', createSet(findVersions(versions, 'ghes-3.10'))]]);
const names = createNames(versions, features);
const all = createSet(versions);
const released = createSet(versions.filter(({ isPreview }) => !isPreview));

const parse = (text: string): Condition => {
  const { condition } = parseCondition(text, names, versions);
  if (condition === undefined) throw new Error(`'${text}' is no condition`);
  return condition;
};
const evaluate = (condition: Condition) => evaluateCondition(condition, names, versions);
const simplify = (text: string, within = all): string | undefined => {
  const simple = simplifyCondition(parse(text), within, names, versions);
  return typeof simple === 'string' ? simple : formatCondition(simple);
};
const name = (text: string): Condition => ({ kind: 'name', name: text, offset: 0 });

const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.constantFrom('fpt', 'ghes', 'ghae', 'ghae-next', 'fast-lane', 'nobody').map(name),
  fc
    .tuple(
      fc.constantFrom<Operator>('=', '!=', '<', '>'),
      fc.constantFrom('3.0', '3.2', '3.9', '3.10', '3.11'),
    )
    .map(
      ([operator, release]): Condition => ({
        kind: 'comparison',
        plan: 'ghes',
        operator,
        release,
        offset: 0,
      }),
    ),
);
const { tree } = fc.letrec<{ tree: Condition }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.record({ kind: fc.constant('not'), operand: tie('tree') }),
    fc.record({ kind: fc.constantFrom('and', 'or'), left: tie('tree'), right: tie('tree') }),
  ) as fc.Arbitrary<Condition>,
}));
const subset = fc.bigInt(0n, all);

describe('a condition as a tree', () => {
  it('says where its names and comparisons stand', () => {
    expect(parse('fpt or not  ghes > 3.2')).toEqual({
      kind: 'or',
      left: { kind: 'name', name: 'fpt', offset: 0 },
      right: {
        kind: 'not',
        operand: { kind: 'comparison', plan: 'ghes', operator: '>', release: '3.2', offset: 12 },
      },
    });
  });

  it('keeps a name that nobody knows, and has no tree where there is an error', () => {
    expect(parse('nobody')).toEqual(name('nobody'));
    expect(parseCondition('ghes >= 3.2', names, versions).condition).toBeUndefined();
    expect(parseCondition('', names, versions).condition).toBeUndefined();
  });
});

describe('a printed condition', () => {
  it.each([
    'fpt',
    'not fpt',
    'ghes != 3.2',
    'fpt or ghes > 3.2 or ghae',
    'fpt and not ghes < 3.9',
    'a or b and c',
  ])('%s is printed as it was read', (text) => {
    expect(formatCondition(parse(text))).toBe(text);
  });

  it('has single blanks', () => {
    expect(formatCondition(parse('  fpt   or\n ghae '))).toBe('fpt or ghae');
  });

  it('is turned around where a tree is grouped from the left', () => {
    const or: Condition = { kind: 'or', left: name('a'), right: name('b') };
    const and: Condition = { kind: 'and', left: name('c'), right: name('d') };
    expect(formatCondition({ kind: 'or', left: or, right: name('c') })).toBe('a or b or c');
    expect(formatCondition({ kind: 'and', left: or, right: name('c') })).toBe('c and a or b');
    expect(formatCondition({ kind: 'not', operand: or })).toBe('not a and not b');
    expect(formatCondition({ kind: 'and', left: or, right: and })).toBe('c and d and a or b');
    expect(formatCondition({ kind: 'and', left: or, right: or })).toBeUndefined();
  });

  it('is read as what it was printed from', () => {
    fc.assert(
      fc.property(tree, (condition) => {
        const text = formatCondition(condition);
        if (text !== undefined) expect(evaluate(parse(text))).toBe(evaluate(condition));
      }),
    );
  });
});

describe('a simplified condition', () => {
  it.each([
    ['ghes > 3.1', 'ghes'],
    ['fpt or ghes > 3.0', 'fpt or ghes'],
    ['fpt or ghes > 3.2', 'fpt or ghes > 3.2'],
    ['ghes < 3.2', 'never'],
    ['ghes != 3.1', 'always'],
    ['ghes = 3.1 or ghes > 3.9', 'ghes > 3.9'],
    ['not ghes > 3.1', 'not ghes'],
    ['not not fpt', 'fpt'],
    ['not ghes < 3.1', 'always'],
    ['not ghes != 3.1', 'never'],
    ['ghae and not not ghae-next', 'ghae-next'],
    ['fpt and not not ghae-next', 'never'],
    ['ghes and fast-lane', 'fast-lane'],
    ['fast-lane or ghes', 'ghes'],
    ['fpt or not fpt', 'always'],
    ['ghae and not ghae-next', 'ghae and not ghae-next'],
    ['fpt or nobody', 'fpt'],
  ])('%s becomes %s', (text, expected) => {
    expect(simplify(text)).toBe(expected);
  });

  it('holds no negation of a negation', () => {
    const simple = simplifyCondition(parse('not not fpt or not not ghes > 3.2'), all, names, versions);
    expect(simple).toMatchObject({ kind: 'or', left: { kind: 'name' }, right: { kind: 'comparison' } });
  });

  it('asks only about the versions it is for', () => {
    const rest = createSet([...findVersions(versions, 'fpt'), ...findVersions(versions, 'ghes-3.10')]);
    expect(simplify('ghes > 3.9', rest)).toBe('ghes');
    expect(simplify('fpt or ghes', rest)).toBe('always');
    expect(simplify('ghae', rest)).toBe('never');
    expect(simplify('ghae or ghae-next', released)).toBe('ghae');
  });

  it('says the same within its versions, and is never longer', () => {
    fc.assert(
      fc.property(tree, subset, (condition, within) => {
        const simple = simplifyCondition(condition, within, names, versions);
        const answer = evaluate(condition) & within;
        if (simple === 'always') expect(answer).toBe(within);
        else if (simple === 'never') expect(answer).toBe(0n);
        else {
          expect(evaluate(simple) & within).toBe(answer);
          expect(countWords(simple)).toBeLessThanOrEqual(countWords(condition));
        }
      }),
    );
  });

  it('can be printed where it was read from a text', () => {
    const text = fc
      .array(fc.tuple(fc.boolean(), leaf, fc.constantFrom('and', 'or')), { minLength: 1, maxLength: 5 })
      .map((parts) =>
        parts.map(([isNegated, part, joint], at) =>
          [at > 0 && joint, isNegated && 'not', formatCondition(part)].filter(Boolean).join(' '),
        ),
      )
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(text, subset, (written, within) => {
        expect(simplify(written, within)).toBeDefined();
      }),
    );
  });
});

function countWords(condition: Condition): number {
  switch (condition.kind) {
    case 'name':
      return 1;
    case 'comparison':
      return 3;
    case 'not':
      return 1 + countWords(condition.operand);
    default:
      return 1 + countWords(condition.left) + countWords(condition.right);
  }
}
