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
    if (answer === asked) return 'always';
    switch (part.kind) {
      case 'name':
        return part;
      case 'comparison': {
        const plan: Condition = { kind: 'name', name: part.plan, offset: part.offset };
        return (evaluate(plan) & asked) === answer ? plan : part;
      }
      case 'not':
        return negate(simplify(part.operand, asked));
      case 'and':
        return join('and', part, asked, (other) => asked & other);
      case 'or':
        return join('or', part, asked, (other) => asked & ~other);
    }
  };

  /** Each side is asked only where the other one leaves the answer open. */
  const join = (
    kind: 'and' | 'or',
    { left, right }: Extract<Condition, { kind: 'and' | 'or' }>,
    asked: VersionSet,
    leaveOpen: (other: VersionSet) => VersionSet,
  ): Condition | 'always' | 'never' => {
    const newLeft = simplify(left, leaveOpen(evaluate(right)));
    if (typeof newLeft === 'string') return simplify(right, asked);
    const newRight = simplify(right, leaveOpen(evaluate(newLeft)));
    if (typeof newRight === 'string') return simplify(newLeft, asked);
    return { kind, left: newLeft, right: newRight };
  };

  return simplify(condition, within);
}

function negate(operand: Condition | 'always' | 'never'): Condition | 'always' | 'never' {
  if (operand === 'always') return 'never';
  if (operand === 'never') return 'always';
  return operand.kind === 'not' ? operand.operand : { kind: 'not', operand };
}
