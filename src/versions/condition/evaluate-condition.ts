import { compareReleases } from '../compare.ts';
import { findName } from '../names.ts';
import { createSet, EMPTY_SET } from '../sets.ts';
import type { Condition, Names, Version, VersionSet } from '../types.ts';

/**
 * The versions that a condition is true for. A name nobody knows is false; `PLAN != RELEASE` is true on other plans;
 * the preview of a numbered plan compares as its coming number.
 */
export function evaluateCondition(
  condition: Condition,
  names: Names,
  versions: readonly Version[],
): VersionSet {
  const evaluate = (part: Condition): VersionSet => {
    switch (part.kind) {
      case 'name':
        return findName(part.name, names) ?? EMPTY_SET;
      case 'comparison':
        return createSet(versions.filter((version) => isTrueFor(part, version)));
      case 'not':
        return createSet(versions) & ~evaluate(part.operand);
      case 'and':
        return evaluate(part.left) & evaluate(part.right);
      case 'or':
        return evaluate(part.left) | evaluate(part.right);
    }
  };
  return evaluate(condition);
}

type Comparison = Extract<Condition, { kind: 'comparison' }>;

function isTrueFor({ plan, operator, release }: Comparison, version: Version): boolean {
  if (version.plan.short !== plan || version.number === undefined) return operator === '!=';
  const order = compareReleases(version.number, release);
  switch (operator) {
    case '=':
      return order === 0;
    case '!=':
      return order !== 0;
    case '<':
      return order < 0;
    case '>':
      return order > 0;
  }
}
