import type { Condition } from '../types.ts';

/**
 * A condition as a writer types it: `fpt or ghes > 3.1`. Conditions have no brackets and group from the right, so a
 * tree that is grouped otherwise is turned around first; undefined where no order of its parts says the same,
 * as for `(a or b) and (c or d)`.
 */
export function formatCondition(condition: Condition): string | undefined {
  switch (condition.kind) {
    case 'name':
      return condition.name;
    case 'comparison':
      return `${condition.plan} ${condition.operator} ${condition.release}`;
    case 'not':
      return formatNegation(condition.operand);
    default:
      return formatJoined(condition);
  }
}

type Joined = Extract<Condition, { kind: 'and' | 'or' }>;

function formatNegation(operand: Condition): string | undefined {
  switch (operand.kind) {
    case 'and':
    case 'or':
      return formatJoined({
        kind: operand.kind === 'and' ? 'or' : 'and',
        left: { kind: 'not', operand: operand.left },
        right: { kind: 'not', operand: operand.right },
      });
    case 'not':
      return formatCondition(operand.operand);
    default: {
      const text = formatCondition(operand);
      return text && `not ${text}`;
    }
  }
}

/** All parts of a chain of one kind; only the last of them may be a chain of the other kind. */
function formatJoined(condition: Joined): string | undefined {
  const { kind } = condition;
  const parts = listParts(condition, kind).map(formatPart);
  const chains = parts.filter(({ isChain }) => isChain);
  if (chains.length > 1 || parts.some(({ text }) => text === undefined)) return undefined;
  const operands = parts.filter(({ isChain }) => !isChain);
  return [...operands, ...chains].map(({ text }) => text).join(` ${kind} `);
}

function listParts(condition: Condition, kind: Joined['kind']): readonly Condition[] {
  return condition.kind === kind
    ? [...listParts(condition.left, kind), ...listParts(condition.right, kind)]
    : [condition];
}

function formatPart(part: Condition): { readonly text: string | undefined; readonly isChain: boolean } {
  const text = formatCondition(part);
  return { text, isChain: text !== undefined && / (?:and|or) /.test(text) };
}
