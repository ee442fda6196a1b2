import type { Plan } from '../../config/types.ts';
import { findNearest } from '../../diagnostics/index.ts';
import { compareReleases, RELEASE } from '../compare.ts';
import type { Names, PredicateProblem, Version } from '../types.ts';
import type { Token } from './parse-condition.ts';

/** What can be wrong with a condition: one function for each kind, wording in one place. */

export function emptyCondition(): PredicateProblem {
  return {
    code: 'versions/empty-condition',
    severity: 'error',
    message: 'The condition is empty.',
    hint: `Name a plan, a feature or a release: 'fpt', 'ghes > 3.1'.`,
    offset: 0,
  };
}

export function missingOperand(
  before: Token | undefined,
  found: Token | undefined,
  end: number,
): PredicateProblem {
  return {
    code: 'versions/syntax',
    severity: 'error',
    message:
      before === undefined || (found !== undefined && /^[=!<>]/.test(found.text))
        ? `${before === undefined ? 'The condition begins' : `After '${before.text}' the condition goes on`} with '${found?.text}'.`
        : `A name or comparison is missing after '${before.text}'.`,
    hint: `Join names and comparisons with 'and' or 'or': 'fpt or ghes > 3.1'.`,
    offset: found?.offset ?? end,
  };
}

const SPLIT = 'Split it into nested conditions, or give the combination a name in data/features.';

export function brackets(token: Token, at: number, isJoined: boolean): PredicateProblem {
  return {
    code: 'versions/brackets',
    severity: 'error',
    message: `A condition has no brackets, as in '${token.text}'.`,
    hint: isJoined ? SPLIT : `Write '${token.text.replace(/[()]/g, '')}'.`,
    offset: token.offset + at,
  };
}

export function badJoint(token: Token): PredicateProblem {
  const spelling = { '&&': 'and', '||': 'or', ',': 'or' }[token.text];
  return {
    code: 'versions/syntax',
    severity: 'error',
    message: `'${token.text}' is where 'and' or 'or' was expected.`,
    hint:
      spelling === undefined
        ? `Write 'fpt or ghes > 3.1', with spaces around each word.`
        : `Write '${spelling}'.`,
    offset: token.offset,
  };
}

export function gluedOperator(token: Token): PredicateProblem {
  const spaced = token.text.replace(/[=!<>]+/, ' $& ').trim();
  return {
    code: 'versions/syntax',
    severity: 'error',
    message: `'${token.text}' needs spaces around its operator.`,
    hint: `Write '${spaced}'.`,
    offset: token.offset,
  };
}

export function badOperator(
  name: Token,
  operator: Token,
  release: Token | undefined,
  plan: Plan | undefined,
): PredicateProblem {
  return {
    code: 'versions/operator',
    severity: 'error',
    message: `'${operator.text}' is not an operator of conditions; they are =, !=, < and >.`,
    hint: suggestSpelling(name.text, operator.text, release?.text, plan),
    offset: operator.offset,
  };
}

export function badRelease(
  name: Token,
  operator: Token,
  release: Token | undefined,
  versions: readonly Version[],
  end: number,
): PredicateProblem {
  const numbered = versions.find(({ number }) => number !== undefined);
  const example = numbered === undefined ? 'ghes > 3.1' : `${numbered.plan.short} > ${numbered.number}`;
  return {
    code: 'versions/release',
    severity: 'error',
    message:
      release === undefined
        ? `A release is missing after '${name.text} ${operator.text}'.`
        : `'${release.text}' is not a release.`,
    hint: `Compare a plan with a number, such as '${example}'; a plan without numbers is named alone.`,
    offset: release?.offset ?? end,
  };
}

export function unknownName(token: Token, names: Names, versions: readonly Version[]): PredicateProblem {
  const bare = token.text.replace(/^["'‘“「(!]+/, '').replace(/(?<!["'’”」)])["'’”」)]+$/, '');
  const plan = versions.find((version) => version.plan.id === bare.toLowerCase())?.plan;
  const nearest = plan?.short ?? findNearest(bare.toLowerCase(), names.keys());
  const meant = findMeant(token.text, nearest, versions);
  return {
    code: 'versions/unknown-name',
    severity: 'warning',
    message: `No plan or feature is called '${token.text}'; the condition takes it as false.`,
    hint: meant ?? (nearest === undefined ? suggestFeature(bare, versions) : `Did you mean '${nearest}'?`),
    offset: token.offset,
  };
}

/** A name with something at it that conditions write in another way: `!cloud`, `server-3.1`, `enterprise-server@3.1`. */
function findMeant(
  text: string,
  nearest: string | undefined,
  versions: readonly Version[],
): string | undefined {
  if (text.startsWith('!') && nearest !== undefined) return `Write 'not ${nearest}'.`;
  const [, name, release] = /^([a-z][\w-]*?)[-@]?((?<!\d)\d+(?:\.\d+)*)$/i.exec(text) ?? [];
  const plan = versions.find(({ plan: { id, short } }) => name === id || name === short)?.plan;
  return plan === undefined ? undefined : `Write '${plan.short} = ${release}'.`;
}

/** A file can only be added for what can be its name. */
function suggestFeature(name: string, versions: readonly Version[]): string {
  if (/^[\p{L}\p{N}_-]+$/u.test(name)) return `Add data/features/${name}.yml, or name a plan.`;
  return `The plans are ${[...new Set(versions.map(({ plan }) => plan.short))].join(', ')}.`;
}

export function unnumberedPlan(token: Token): PredicateProblem {
  return {
    code: 'versions/unnumbered-plan',
    severity: 'warning',
    message: `The plan '${token.text}' has no numbered releases to compare with.`,
    hint: `Name the plan alone: '${token.text}'.`,
    offset: token.offset,
  };
}

export function mixedJoints(token: Token): PredicateProblem {
  return {
    code: 'versions/mixed-and-or',
    severity: 'warning',
    message: `The condition mixes 'and' with 'or', which have equal rank and group from the right.`,
    hint: SPLIT,
    offset: token.offset,
  };
}

/** `ghes >= 3.1` asks for what is written `ghes > 3.0`, with the release that comes before it in the site file. */
function suggestSpelling(
  name: string,
  operator: string,
  release: string | undefined,
  plan: Plan | undefined,
): string {
  const spelling = { '==': '=', '===': '=', '<>': '!=', '=!': '!=', '!': '!=' }[operator];
  if (spelling !== undefined && release !== undefined) return `Write '${name} ${spelling} ${release}'.`;
  const direction = operator.includes('>') ? '>' : '<';
  const neighbour = findNeighbour(plan, direction, release);
  if (neighbour !== undefined) return `Write '${name} ${direction} ${neighbour}'.`;
  return `Write '${name} > 3.1', '${name} < 3.1', '${name} = 3.1' or '${name} != 3.1'.`;
}

function findNeighbour(
  plan: Plan | undefined,
  direction: string,
  release: string | undefined,
): string | undefined {
  if (plan === undefined || release === undefined || !RELEASE.test(release)) return undefined;
  const coming = typeof plan.next === 'string' ? [plan.next] : [];
  const numbers = [...coming, ...plan.releases, ...plan.deprecated].filter((each) => RELEASE.test(each));
  return direction === '>'
    ? numbers.find((each) => compareReleases(each, release) < 0)
    : numbers.findLast((each) => compareReleases(each, release) > 0);
}
