import type { Plan } from '../../config/types.ts';
import { RELEASE } from '../compare.ts';
import { EMPTY_SET } from '../sets.ts';
import type { Condition, Names, Predicate, PredicateProblem, Version } from '../types.ts';
import { evaluateCondition } from './evaluate-condition.ts';

/** Whether a text has the form of `parseBounds`: conditions of the format have no colon. */
export function hasBounds(text: string): boolean {
  return /^\s*[a-z]+\s*:/.test(text);
}

/**
 * A condition as bounds of the releases of one plan, all of which must hold: `gte:2.1.x lte:2.5.x`, `eq:2.1.x,2.3.x`. `.x`
 * stands for all patches. `inline:true`, which other engines take beside them, says nothing about versions.
 */
export function parseBounds(
  text: string,
  { short: plan }: Pick<Plan, 'short'>,
  names: Names,
  versions: readonly Version[],
): Predicate {
  const problems: PredicateProblem[] = [];
  const parts: Condition[] = [];
  let at = 0;
  for (const { 0: found, 1: word = '', 2: values = '', index } of text.matchAll(BOUND)) {
    const between = text.slice(at, index);
    if (between.trim() !== '') problems.push(describeText(between, at));
    at = index + found.length;
    if (word === 'inline') continue;
    const make = Object.hasOwn(FORMS, word) ? FORMS[word] : undefined;
    if (make === undefined) {
      problems.push(describeWord(word, index));
      continue;
    }
    const valuesAt = index + found.lastIndexOf(values);
    for (const { 0: value, index: offset } of values.matchAll(/[^,]+/g)) {
      const release = value.replace(/\.x$/, '');
      if (!RELEASE.test(release)) problems.push(describeRelease(value, valuesAt + offset));
    }
    const releases = values.split(',').map((value) => value.replace(/\.x$/, ''));
    parts.push(...[make(plan, releases, index) ?? []].flat());
  }
  if (text.slice(at).trim() !== '') problems.push(describeText(text.slice(at), at));
  const condition = problems.length > 0 ? undefined : join('and', parts);
  if (condition === undefined && problems.length === 0) problems.push(describeText(text, 0));
  return {
    condition,
    versions: condition === undefined ? EMPTY_SET : evaluateCondition(condition, names, versions),
    problems,
  };
}

const BOUND = /(?<![a-z])([a-z]+)\s*:\s*"?([\w.,]+)"?/g;

type Form = (plan: string, releases: readonly string[], offset: number) => Condition | undefined;

/** What each word says; of several releases only `eq` and `neq` make sense, and the first counts elsewhere. */
const FORMS: Readonly<Record<string, Form>> = {
  eq: (plan, releases, offset) =>
    join(
      'or',
      releases.map((release) => compare(plan, '=', release, offset)),
    ),
  neq: (plan, releases, offset) =>
    join(
      'and',
      releases.map((release) => compare(plan, '!=', release, offset)),
    ),
  gt: (plan, [release = ''], offset) => compare(plan, '>', release, offset),
  lt: (plan, [release = ''], offset) => compare(plan, '<', release, offset),
  gte: (plan, [release = ''], offset) =>
    join('or', [compare(plan, '=', release, offset), compare(plan, '>', release, offset)]),
  lte: (plan, [release = ''], offset) =>
    join('or', [compare(plan, '=', release, offset), compare(plan, '<', release, offset)]),
};

function compare(plan: string, operator: '=' | '!=' | '<' | '>', release: string, offset: number): Condition {
  return { kind: 'comparison', plan, operator, release, offset };
}

function join(kind: 'and' | 'or', parts: readonly Condition[]): Condition | undefined {
  return parts.reduceRight<Condition | undefined>(
    (right, left) => (right === undefined ? left : { kind, left, right }),
    undefined,
  );
}

const HINT = 'Write bounds of a release: gte:2.1.x, lte:2.5.x, gt:, lt:, eq:2.1.x,2.3.x or neq:.';

function describeText(text: string, start: number): PredicateProblem {
  const offset = start + text.length - text.trimStart().length;
  const message = `'${text.trim()}' is not a bound of a release.`;
  return { code: 'versions/syntax', severity: 'error', message, hint: HINT, offset };
}

function describeWord(word: string, offset: number): PredicateProblem {
  return {
    code: 'versions/operator',
    severity: 'error',
    message: `'${word}:' compares nothing.`,
    hint: HINT,
    offset,
  };
}

function describeRelease(value: string, offset: number): PredicateProblem {
  const message = `'${value}' is not a release.`;
  return { code: 'versions/release', severity: 'error', message, hint: HINT, offset };
}
