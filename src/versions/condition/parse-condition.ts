import { RELEASE } from '../compare.ts';
import { findName } from '../names.ts';
import type { Condition, Names, Operator, ParsedCondition, PredicateProblem, Version } from '../types.ts';
import * as problem from './condition-problems.ts';

/**
 * A condition as a syntax tree.
 *
 *     condition := operand (("and" | "or") condition)?      equal rank, grouped from the right as in Liquid
 *     operand   := "not" operand | NAME | PLAN ("=" | "!=" | "<" | ">") RELEASE
 *
 * `names` and `versions` say which names are known; a name nobody knows is warned of and stays in the tree. A condition
 * with an error has no tree. Offsets, of nodes and of problems, count in `text`.
 *
 * @example parseCondition('fpt or ghes > 3.1', names, versions).condition?.kind // 'or'
 */
export function parseCondition(text: string, names: Names, versions: readonly Version[]): ParsedCondition {
  const state: State = {
    tokens: tokenize(text),
    at: 0,
    end: text.trimEnd().length,
    names,
    versions,
    problems: [],
  };
  const condition = state.tokens.length === 0 ? fail(state, problem.emptyCondition()) : readWhole(state);
  const mixed = findMixedJoint(state);
  if (mixed !== undefined) state.problems.push(problem.mixedJoints(mixed));
  const isBroken = state.problems.some(({ severity }) => severity === 'error');
  return { condition: isBroken ? undefined : condition, problems: state.problems };
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

const OPERATORS: readonly string[] = ['=', '!=', '<', '>'] satisfies Operator[];
const JOINTS: readonly string[] = ['and', 'or'];
const LOOKS_LIKE_OPERATOR = /^[=!<>~^]+$/;
const BRACKET = /[()]/;
const GLUED = /^[a-z][\w-]*?[=!<>]+[\d.]*$/i;

function tokenize(text: string): readonly Token[] {
  return [...text.matchAll(/\S+/g)].map((match) => ({ text: match[0], offset: match.index }));
}

/** Brackets are reported alone: they make nonsense of the words beside them. */
function readWhole(state: State): Condition | undefined {
  const bracketed = state.tokens.find(({ text }) => BRACKET.test(text));
  if (bracketed === undefined) return readCondition(state);
  const isJoined = state.tokens.some(({ text }) => JOINTS.includes(text));
  state.tokens = [];
  return fail(state, problem.brackets(bracketed, bracketed.text.search(BRACKET), isJoined));
}

function readCondition(state: State): Condition | undefined {
  const left = readOperand(state);
  const joint = state.tokens[state.at];
  if (joint === undefined) return left;
  if (!isJoint(joint.text)) return abandon(state, problem.badJoint(joint));
  state.at += 1;
  const right = readCondition(state);
  return left && right && { kind: joint.text, left, right };
}

function isJoint(text: string): text is 'and' | 'or' {
  return JOINTS.includes(text);
}

function isOperator(text: string): text is Operator {
  return OPERATORS.includes(text);
}

function readOperand(state: State): Condition | undefined {
  const token = state.tokens[state.at];
  if (token === undefined || isJoint(token.text) || LOOKS_LIKE_OPERATOR.test(token.text)) {
    return abandon(state, problem.missingOperand(state.tokens[state.at - 1], token, state.end));
  }
  state.at += 1;
  if (token.text === 'not') {
    const operand = readOperand(state);
    return operand && { kind: 'not', operand };
  }
  const operator = state.tokens[state.at];
  if (operator !== undefined && LOOKS_LIKE_OPERATOR.test(operator.text))
    return readComparison(state, token, operator);
  return readName(state, token);
}

function readName(state: State, token: Token): Condition | undefined {
  const name: Condition = { kind: 'name', name: token.text, offset: token.offset };
  if (findName(token.text, state.names) !== undefined) return name;
  if (GLUED.test(token.text)) return fail(state, problem.gluedOperator(token));
  state.problems.push(problem.unknownName(token, state.names, state.versions));
  return name;
}

function readComparison(state: State, name: Token, operator: Token): Condition | undefined {
  const { versions } = state;
  const release = state.tokens[state.at + 1];
  state.at += release === undefined ? 1 : 2;
  const ofPlan = versions.filter(({ plan }) => plan.short === name.text);
  if (ofPlan.length === 0) state.problems.push(problem.unknownName(name, state.names, versions));
  if (!isOperator(operator.text))
    state.problems.push(problem.badOperator(name, operator, release, ofPlan[0]?.plan));
  if (release === undefined || !RELEASE.test(release.text)) {
    return fail(state, problem.badRelease(name, operator, release, versions, state.end));
  }
  if (!isOperator(operator.text)) return undefined;
  if (ofPlan.length > 0 && ofPlan.every(({ number }) => number === undefined))
    state.problems.push(problem.unnumberedPlan(name));
  return {
    kind: 'comparison',
    plan: name.text,
    operator: operator.text,
    release: release.text,
    offset: name.offset,
  };
}

function findMixedJoint({ tokens }: State): Token | undefined {
  const joints = tokens.filter(({ text }) => isJoint(text));
  return joints.find(({ text }) => text !== joints[0]?.text);
}

function fail(state: State, found: PredicateProblem): undefined {
  state.problems.push(found);
}

/** Notes a problem after which the rest of the condition cannot be read. */
function abandon(state: State, found: PredicateProblem): undefined {
  state.at = state.tokens.length;
  return fail(state, found);
}
