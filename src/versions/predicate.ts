import { compareReleases, RELEASE } from './compare.ts';
import { findName } from './names.ts';
import * as problem from './predicate-problems.ts';
import { createSet, EMPTY_SET } from './sets.ts';
import type { Names, Predicate, PredicateProblem, Version, VersionSet } from './types.ts';

/**
 * A condition as the set of versions it is true for.
 *
 *     condition := operand (("and" | "or") condition)?      equal rank, grouped from the right as in Liquid
 *     operand   := "not" operand | NAME | PLAN ("=" | "!=" | "<" | ">") RELEASE
 *
 * `PLAN != RELEASE` is true on other plans. A name nobody knows is false and warned of. A condition with an error
 * is false everywhere; `offset` of a problem counts in `text`.
 *
 * @example parsePredicate('fpt or ghes > 3.1', names, versions).versions
 */
export function parsePredicate(text: string, names: Names, versions: readonly Version[]): Predicate {
  const state: State = {
    tokens: tokenize(text),
    at: 0,
    end: text.trimEnd().length,
    names,
    versions,
    problems: [],
  };
  const set = state.tokens.length === 0 ? fail(state, problem.emptyCondition()) : readWhole(state);
  const mixed = findMixedJoint(state);
  if (mixed !== undefined) state.problems.push(problem.mixedJoints(mixed));
  const isBroken = state.problems.some(({ severity }) => severity === 'error');
  return { versions: isBroken ? EMPTY_SET : set, problems: state.problems };
}

/** A word of a condition. */
export interface Token {
  readonly text: string;
  readonly offset: number;
}

interface State {
  tokens: readonly Token[];
  at: number;
  readonly end: number;
  readonly names: Names;
  readonly versions: readonly Version[];
  readonly problems: PredicateProblem[];
}

const OPERATORS = ['=', '!=', '<', '>'];
const JOINTS = ['and', 'or'];
const LOOKS_LIKE_OPERATOR = /^[=!<>~^]+$/;
const BRACKET = /[()]/;
const GLUED = /^[a-z][\w-]*?[=!<>]+[\d.]*$/i;

function tokenize(text: string): readonly Token[] {
  return [...text.matchAll(/\S+/g)].map((match) => ({ text: match[0], offset: match.index }));
}

/** Brackets are told alone: they make nonsense of the words beside them. */
function readWhole(state: State): VersionSet {
  const bracketed = state.tokens.find(({ text }) => BRACKET.test(text));
  if (bracketed === undefined) return readCondition(state);
  const isJoined = state.tokens.some(({ text }) => JOINTS.includes(text));
  state.tokens = [];
  return fail(state, problem.brackets(bracketed, bracketed.text.search(BRACKET), isJoined));
}

function readCondition(state: State): VersionSet {
  const left = readOperand(state);
  const joint = state.tokens[state.at];
  if (joint === undefined) return left;
  if (!JOINTS.includes(joint.text)) return abandon(state, problem.badJoint(joint));
  state.at += 1;
  const right = readCondition(state);
  return joint.text === 'and' ? left & right : left | right;
}

function readOperand(state: State): VersionSet {
  const token = state.tokens[state.at];
  if (token === undefined || JOINTS.includes(token.text)) {
    return abandon(state, problem.missingOperand(state.tokens[state.at - 1], token, state.end));
  }
  state.at += 1;
  if (token.text === 'not') return createSet(state.versions) & ~readOperand(state);
  const operator = state.tokens[state.at];
  if (operator !== undefined && LOOKS_LIKE_OPERATOR.test(operator.text))
    return readComparison(state, token, operator);
  return readName(state, token);
}

function readName(state: State, token: Token): VersionSet {
  const set = findName(token.text, state.names);
  if (set !== undefined) return set;
  return fail(
    state,
    GLUED.test(token.text)
      ? problem.gluedOperator(token)
      : problem.unknownName(token, state.names, state.versions),
  );
}

function readComparison(state: State, name: Token, operator: Token): VersionSet {
  const { versions } = state;
  const release = state.tokens[state.at + 1];
  state.at += release === undefined ? 1 : 2;
  const ofPlan = versions.filter(({ plan }) => plan.short === name.text);
  if (ofPlan.length === 0) fail(state, problem.unknownName(name, state.names, versions));
  const isOperator = OPERATORS.includes(operator.text);
  if (!isOperator) fail(state, problem.badOperator(name, operator, release, ofPlan[0]?.plan));
  if (release === undefined || !RELEASE.test(release.text)) {
    return fail(state, problem.badRelease(name, operator, release, versions, state.end));
  }
  if (!isOperator) return EMPTY_SET;
  if (ofPlan.length > 0 && ofPlan.every(({ number }) => number === undefined))
    fail(state, problem.unnumberedPlan(name));
  return createSet(versions.filter((version) => isTrueFor(version, name.text, operator.text, release.text)));
}

function isTrueFor(version: Version, plan: string, operator: string, release: string): boolean {
  if (version.plan.short !== plan || version.number === undefined) return operator === '!=';
  const order = compareReleases(version.number, release);
  if (operator === '=') return order === 0;
  if (operator === '!=') return order !== 0;
  return operator === '<' ? order < 0 : order > 0;
}

function findMixedJoint({ tokens }: State): Token | undefined {
  const joints = tokens.filter(({ text }) => JOINTS.includes(text));
  return joints.find(({ text }) => text !== joints[0]?.text);
}

/** Notes a problem; the part it stands in is false. */
function fail(state: State, found: PredicateProblem): VersionSet {
  state.problems.push(found);
  return EMPTY_SET;
}

/** Notes a problem after which the rest of the condition cannot be read. */
function abandon(state: State, found: PredicateProblem): VersionSet {
  state.at = state.tokens.length;
  return fail(state, found);
}
