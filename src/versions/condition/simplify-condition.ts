import { EMPTY_SET } from '../sets.ts';
import type { Condition, Names, Version, VersionSet } from '../types.ts';
import { evaluateCondition } from './evaluate-condition.ts';

/**
 * The shortest form of a condition that says the same of the versions `within`, in the writer's own words and order:
 * parts that decide nothing are left out, and a comparison that all releases of its plan answer alike becomes the plan.
 * `always` and `never` where nothing is left to ask. Names that nobody knows count as false, so callers that must keep
 * them judge the problems of `parseCondition` first.
 *
 * @example With 3.1 as the oldest release, `fpt or ghes > 3.0` becomes `fpt or ghes`.
 */
export function simplifyCondition(
  condition: Condition,
  within: VersionSet,
  names: Names,
  versions: readonly Version[],
): Condition | 'always' | 'never' {
  const evaluate = (part: Condition) => evaluateCondition(part, names, versions);

  const simplify = (part: Condition, asked: VersionSet): Condition | 'always' | 'never' => {
    const answer = evaluate(part) & asked;
    if (answer === EMPTY_SET) return 'never';
    return answer === asked ? 'always' : shorten(part, asked);
  };

  /** For a part that some of the versions answer with yes, and some with no. */
  const shorten = (part: Condition, asked: VersionSet): Condition => {
    switch (part.kind) {
      case 'name':
        return part;
      case 'comparison': {
        const plan: Condition = { kind: 'name', name: part.plan, offset: part.offset };
        return (evaluate(plan) & asked) === (evaluate(part) & asked) ? plan : part;
      }
      case 'not': {
        const operand = shorten(part.operand, asked);
        return operand.kind === 'not' ? operand.operand : { kind: 'not', operand };
      }
      case 'and':
        return join('and', part, asked, (other) => asked & other);
      case 'or':
        return join('or', part, asked, (other) => asked & ~other);
    }
  };

  /** Each side is asked only where the other one leaves the answer open. A side that decides nothing leaves the other to decide. */
  const join = (
    kind: 'and' | 'or',
    { left, right }: Extract<Condition, { kind: 'and' | 'or' }>,
    asked: VersionSet,
    leaveOpen: (other: VersionSet) => VersionSet,
  ): Condition => {
    const newLeft = simplify(left, leaveOpen(evaluate(right)));
    if (typeof newLeft === 'string') return shorten(right, asked);
    const newRight = simplify(right, leaveOpen(evaluate(newLeft)));
    if (typeof newRight === 'string') return shorten(newLeft, asked);
    return { kind, left: newLeft, right: newRight };
  };

  return simplify(condition, within);
}
