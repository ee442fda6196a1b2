import { EMPTY_SET } from '../sets.ts';
import type { Names, Predicate, Version } from '../types.ts';
import { evaluateCondition } from './evaluate-condition.ts';
import { parseCondition } from './parse-condition.ts';

/**
 * A condition as the set of versions it is true for. A condition with an error is false everywhere.
 *
 * @example parsePredicate('fpt or ghes > 3.1', names, versions).versions
 */
export function parsePredicate(text: string, names: Names, versions: readonly Version[]): Predicate {
  const { condition, problems } = parseCondition(text, names, versions);
  const set = condition === undefined ? EMPTY_SET : evaluateCondition(condition, names, versions);
  return { condition, versions: set, problems };
}
