import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/config/types.ts';
import { createNames, createSet, findName, listVersions, parseCondition } from '../../src/versions/index.ts';
import { versions } from './plans.ts';

const names = createNames(versions, new Map([['fast-lane', createSet(versions.slice(0, 1))]]));
const tell = (text: string) =>
  parseCondition(text, names, versions).problems.map(({ code, message, hint, offset }) => [
    `${code} ${offset}`,
    message,
    hint,
  ]);

const JOIN = "Join names and comparisons with 'and' or 'or': 'fpt or ghes > 3.1'.";
const SPLIT = 'Split it into nested conditions, or give the combination a name in data/features.';
const SPACES = "Write 'fpt or ghes > 3.1', with spaces around each word.";
const NUMBER = "Compare a plan with a number, such as 'ghes > 3.10'; a plan without numbers is named alone.";
const PLANS = 'The plans are fpt, ghes, ghae.';
const OPERATORS = (text: string) => `'${text}' is not an operator of conditions; they are =, !=, < and >.`;
const NOBODY = (text: string) => `No plan or feature is called '${text}'; the condition takes it as false.`;

describe('what is wrong with a condition is told with its words', () => {
  it.each([
    [
      '',
      'empty-condition 0',
      'The condition is empty.',
      "Name a plan, a feature or a release: 'fpt', 'ghes > 3.1'.",
    ],
    ['or fpt', 'syntax 0', "The condition begins with 'or'.", JOIN],
    ['> 3.9', 'syntax 0', "The condition begins with '>'.", JOIN],
    ['fpt or', 'syntax 6', "A name or comparison is missing after 'or'.", JOIN],
    ['fpt or  ', 'syntax 6', "A name or comparison is missing after 'or'.", JOIN],
    ['fpt or or ghes', 'syntax 7', "A name or comparison is missing after 'or'.", JOIN],
    ['fpt or > 3.9', 'syntax 7', "After 'or' the condition goes on with '>'.", JOIN],
    ['not', 'syntax 3', "A name or comparison is missing after 'not'.", JOIN],
    ['not = 3.9', 'syntax 4', "After 'not' the condition goes on with '='.", JOIN],
    ['(fpt)', 'brackets 0', "A condition has no brackets, as in '(fpt)'.", "Write 'fpt'."],
    ['fpt)', 'brackets 3', "A condition has no brackets, as in 'fpt)'.", "Write 'fpt'."],
    ['not ((fpt))', 'brackets 4', "A condition has no brackets, as in '((fpt))'.", "Write 'fpt'."],
    ['fpt or (ghes and ghae)', 'brackets 7', "A condition has no brackets, as in '(ghes'.", SPLIT],
    ['fpt || ghes', 'syntax 4', "'||' is where 'and' or 'or' was expected.", "Write 'or'."],
    ['fpt && ghes', 'syntax 4', "'&&' is where 'and' or 'or' was expected.", "Write 'and'."],
    ['fpt , ghes', 'syntax 4', "',' is where 'and' or 'or' was expected.", "Write 'or'."],
    ['fpt ghes', 'syntax 4', "'ghes' is where 'and' or 'or' was expected.", SPACES],
    ['ghes>3.9', 'syntax 0', "'ghes>3.9' needs spaces around its operator.", "Write 'ghes > 3.9'."],
    ['ghes>=', 'syntax 0', "'ghes>=' needs spaces around its operator.", "Write 'ghes >='."],
    ['ghes == 3.9', 'operator 5', OPERATORS('=='), "Write 'ghes = 3.9'."],
    ['ghes === 3.9', 'operator 5', OPERATORS('==='), "Write 'ghes = 3.9'."],
    ['ghes <> 3.9', 'operator 5', OPERATORS('<>'), "Write 'ghes != 3.9'."],
    ['ghes =! 3.9', 'operator 5', OPERATORS('=!'), "Write 'ghes != 3.9'."],
    ['ghes ! 3.9', 'operator 5', OPERATORS('!'), "Write 'ghes != 3.9'."],
    ['ghes >= 3.10', 'operator 5', OPERATORS('>='), "Write 'ghes > 3.9'."],
    ['ghes => 3.2', 'operator 5', OPERATORS('=>'), "Write 'ghes > 3.1'."],
    ['ghes ~ 3.9', 'operator 5', OPERATORS('~'), "Write 'ghes < 3.10'."],
    ['ghes <= 3.10', 'operator 5', OPERATORS('<='), "Write 'ghes < 3.11'."],
    ['ghes <= 3.1', 'operator 5', OPERATORS('<='), "Write 'ghes < 3.2'."],
    [
      'ghes >= 3.0',
      'operator 5',
      OPERATORS('>='),
      "Write 'ghes > 3.1', 'ghes < 3.1', 'ghes = 3.1' or 'ghes != 3.1'.",
    ],
    ['ghes > 3', 'release 7', "'3' is not a release.", NUMBER],
    ['ghes >', 'release 6', "A release is missing after 'ghes >'.", NUMBER],
    ['fpt or fast-lanes', 'unknown-name 7', NOBODY('fast-lanes'), "Did you mean 'fast-lane'?"],
    ['server', 'unknown-name 0', NOBODY('server'), "Did you mean 'ghes'?"],
    ['SERVER', 'unknown-name 0', NOBODY('SERVER'), "Did you mean 'ghes'?"],
    ['“ghes”', 'unknown-name 0', NOBODY('“ghes”'), "Did you mean 'ghes'?"],
    ['!ghes', 'unknown-name 0', NOBODY('!ghes'), "Write 'not ghes'."],
    [
      '!elsewhere',
      'unknown-name 0',
      NOBODY('!elsewhere'),
      'Add data/features/elsewhere.yml, or name a plan.',
    ],
    ['server@3.9', 'unknown-name 0', NOBODY('server@3.9'), "Write 'ghes = 3.9'."],
    ['ghes-3.9.1', 'unknown-name 0', NOBODY('ghes-3.9.1'), "Write 'ghes = 3.9.1'."],
    ['Tier_2-é', 'unknown-name 0', NOBODY('Tier_2-é'), 'Add data/features/Tier_2-é.yml, or name a plan.'],
    ['else.where', 'unknown-name 0', NOBODY('else.where'), PLANS],
    ['nobody-3.9', 'unknown-name 0', NOBODY('nobody-3.9'), PLANS],
    ['nobody > 3.9', 'unknown-name 0', NOBODY('nobody'), 'Add data/features/nobody.yml, or name a plan.'],
    [
      'ghae > 3.9',
      'unnumbered-plan 0',
      "The plan 'ghae' has no numbered releases to compare with.",
      "Name the plan alone: 'ghae'.",
    ],
    [
      'fpt and ghes or ghae',
      'mixed-and-or 13',
      "The condition mixes 'and' with 'or', which have equal rank and group from the right.",
      SPLIT,
    ],
  ])('%j: %s', (text, code, message, hint) => {
    expect(tell(text)).toEqual([[`versions/${code}`, message, hint]]);
  });

  it('goes on behind a comparison that lacks its release or has a strange operator', () => {
    expect(tell('ghes >= 3.9 and nobody').map(([code]) => code)).toEqual([
      'versions/operator 5',
      'versions/unknown-name 16',
    ]);
    expect(tell('ghes >= three or (')).toHaveLength(1);
    expect(tell('ghes >=').map(([code, , hint]) => [code, hint])).toEqual([
      ['versions/operator 5', "Write 'ghes > 3.1', 'ghes < 3.1', 'ghes = 3.1' or 'ghes != 3.1'."],
      ['versions/release 7', NUMBER],
    ]);
  });

  it('gives an example of GitHub where no plan has releases', () => {
    const [plan] = versions.map((version): Plan => version.plan);
    const cloud = listVersions(plan === undefined ? [] : [plan]);
    const { problems } = parseCondition('fpt > x', createNames(cloud, new Map()), cloud);
    expect(problems.map(({ hint }) => hint)).toEqual([
      "Compare a plan with a number, such as 'ghes > 3.1'; a plan without numbers is named alone.",
    ]);
  });
});

it('an issue that the site file does not list is known of a plan, and of nothing else', () => {
  expect(findName('ghes-issue-8', names)).toBe(0n);
  expect(findName('ghae-issue-12', names)).toBe(0n);
  for (const name of ['fast-lane-issue-8', 'ghes-issue-', 'ghes-issue-8b', 'x ghes-issue-8', '-issue-8'])
    expect([name, findName(name, names)]).toEqual([name, undefined]);
});
