import {
  type Condition,
  formatCondition,
  type Names,
  type Operator,
  type Version,
} from '../versions/index.ts';

/** A condition as a tree, whatever language it is written in, and the way back. */
export interface WrittenCondition {
  readonly condition: Condition;
  /** What a writer would write for what has become of the tree; undefined where the language has no words for it. */
  format(simpler: Condition): string | undefined;
}

/** A condition of `ifversion`. */
export function wrapCondition(condition: Condition): WrittenCondition {
  return { condition, format: formatCondition };
}

/** Words that a part of a condition has no other spelling for. */
const TOO_MUCH = /[()|[\]]|\bcontains\b.*\bcontains\b/;
const COMPARISON = /^currentVersion\s*(==|!=|ver_gt|ver_lt)\s*(["'])([\w-]+)@([\w.]+)\2$/;
const OPERATORS: Readonly<Record<string, Operator>> = { '==': '=', '!=': '!=', ver_gt: '>', ver_lt: '<' };
/** As writers ask for every release of the plan with numbers. */
const EVERY_RELEASE = 'enterpriseServerVersions contains currentVersion';

/**
 * A condition of `if` as older content has it: `currentVersion ver_gt "enterprise-server@2.21" or …`. Parts that ask for anything
 * but versions become names that nobody knows. Undefined for what has another form.
 */
export function parseLegacyCondition(
  text: string,
  versions: readonly Version[],
): WrittenCondition | undefined {
  if (TOO_MUCH.test(text)) return undefined;
  const plans = [...new Set(versions.map(({ plan }) => plan))];
  const numbered = plans.find(({ releases }) => releases.length > 0);
  const words = new Map<number, { readonly text: string; readonly isComparison: boolean }>();

  const readPart = (part: string, offset: number): Condition => {
    const [, sign = '', , id, release = ''] = COMPARISON.exec(part) ?? [];
    const plan = plans.find((each) => each.id === id);
    const operator = OPERATORS[sign];
    const isNumber = /^\d+(?:\.\d+)+$/.test(release);
    words.set(offset, { text: part, isComparison: isNumber });
    if (numbered !== undefined && /^enterpriseServerVersions\s+contains\s+currentVersion$/.test(part))
      return { kind: 'name', name: numbered.short, offset };
    if (plan !== undefined && operator !== undefined && isNumber)
      return { kind: 'comparison', plan: plan.short, operator, release, offset };
    if (plan !== undefined && release === 'latest' && plan.releases.length === 0) {
      const name: Condition = { kind: 'name', name: plan.short, offset };
      if (operator === '=') return name;
      if (operator === '!=') return { kind: 'not', operand: name };
    }
    return { kind: 'name', name: `? ${part}`, offset };
  };

  const read = (rest: string, offset: number): Condition | undefined => {
    const joint = /(?<!\s)\s+(and|or)\s+/.exec(rest);
    const part = (joint === null ? rest : rest.slice(0, joint.index)).trim();
    if (part === '') return undefined;
    const left = readPart(part, offset);
    if (joint === null) return left;
    const next = joint.index + joint[0].length;
    const right = read(rest.slice(next), offset + next);
    return right && { kind: joint[1] === 'and' ? 'and' : 'or', left, right };
  };

  const format = (part: Condition): string | undefined => {
    switch (part.kind) {
      case 'and':
      case 'or': {
        const [left, right] = [format(part.left), format(part.right)];
        return left && right && `${left} ${part.kind} ${right}`;
      }
      case 'not':
        return part.operand.kind === 'name' ? words.get(part.operand.offset)?.text : undefined;
      case 'comparison':
        return words.get(part.offset)?.text;
      case 'name': {
        const written = words.get(part.offset);
        if (written?.isComparison !== true) return written?.text;
        return part.name === numbered?.short ? EVERY_RELEASE : undefined;
      }
    }
  };

  const condition = read(text, 0);
  return condition && { condition, format };
}

/** Names in a condition that say of no version whether they hold: features, and what is for a time to come. */
export function listFreeNames(condition: Condition, isKnown: (name: string) => boolean): readonly string[] {
  switch (condition.kind) {
    case 'name':
      return isKnown(condition.name) ? [] : [condition.name];
    case 'comparison':
      return [];
    case 'not':
      return listFreeNames(condition.operand, isKnown);
    default:
      return [...listFreeNames(condition.left, isKnown), ...listFreeNames(condition.right, isKnown)];
  }
}

/** Whether a condition names a release of a plan. */
export function namesRelease(condition: Condition, plan: string, release: string): boolean {
  switch (condition.kind) {
    case 'name':
      return false;
    case 'comparison':
      return condition.plan === plan && condition.release === release;
    case 'not':
      return namesRelease(condition.operand, plan, release);
    default:
      return namesRelease(condition.left, plan, release) || namesRelease(condition.right, plan, release);
  }
}

/** Versions, and what names are true for, where the free names may be true or false for any version. */
export interface World {
  readonly versions: readonly Version[];
  readonly names: Names;
  /** A set of the real versions with every answer of the free names. */
  expand(set: bigint): bigint;
}

/** A copy of all versions for each combination of answers. */
export function createWorld(versions: readonly Version[], names: Names, free: readonly string[]): World {
  if (free.length === 0) return { versions, names, expand: (set) => set };
  const width = BigInt(versions.length);
  const copies = Array.from({ length: 2 ** free.length }, (_, copy) => BigInt(copy));
  const expand = (set: bigint) => copies.reduce((sum, copy) => sum | (set << (copy * width)), 0n);
  const every = (1n << width) - 1n;
  const answers = free.map((name, at): [string, bigint] => [
    name,
    copies
      .filter((copy) => (copy >> BigInt(at)) & 1n)
      .reduce((sum, copy) => sum | (every << (copy * width)), 0n),
  ]);
  return {
    versions: copies.flatMap((copy) =>
      versions.map((version) => ({ ...version, index: Number(copy * width) + version.index })),
    ),
    names: new Map([...[...names].map(([name, set]): [string, bigint] => [name, expand(set)]), ...answers]),
    expand,
  };
}
