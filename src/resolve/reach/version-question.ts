import { TypeGuards, type Value } from 'liquidjs';
import { type Condition, EMPTY_SET, findName, type Names, type Predicate } from '../../versions/index.ts';
import { readKey } from '../unknown-names.ts';

/** Names whose values depend on the version alone. */
export interface VersionNames {
  /** Of conditions. */
  readonly names: Names;
  /** Those that the site file gives values of its own. */
  readonly declared: ReadonlySet<string>;
}

const FACTS: ReadonlySet<string> = new Set(
  `currentVersion currentVersionShortName currentRelease currentVersionObj enterpriseServerReleases
  enterpriseServerVersions allVersions`.split(/\s+/),
);

/** Whether an expression of Liquid asks about the version and nothing else. */
export function isVersionQuestion({ initial, filters }: Value, names: VersionNames): boolean {
  const args = filters.flatMap((filter) => filter.args.map((arg) => (Array.isArray(arg) ? arg[1] : arg)));
  return [...initial.postfix, ...args].every(
    (token) => token === undefined || TypeGuards.isOperatorToken(token) || isVersionValue(token, names),
  );
}

function isVersionValue(token: unknown, names: VersionNames): boolean {
  if (TypeGuards.isQuotedToken(token) || TypeGuards.isNumberToken(token) || TypeGuards.isLiteralToken(token))
    return true;
  if (!TypeGuards.isPropertyAccessToken(token) || token.variable !== undefined) return false;
  const [root, ...rest] = token.props.map(readKey);
  const isComputed = token.props.some(
    (key, at) => at > 0 && readKey(key) === undefined && !isVersionValue(key, names),
  );
  return root !== undefined && !isComputed && isVersionName(root, rest, names);
}

function isVersionName(
  root: string,
  rest: readonly (string | undefined)[],
  { names, declared }: VersionNames,
): boolean {
  if (FACTS.has(root)) return true;
  if (root === 'page') return rest.length === 1 && rest[0] === 'version';
  return !declared.has(root) && names.has(root) && rest.length === 0;
}

/** Whether it can be read, and every name in it may be true for some version: others are for a time to come. */
export function isKnownCondition({ condition }: Predicate, { names }: VersionNames): boolean {
  return condition !== undefined && isKnown(condition, names);
}

function isKnown(condition: Condition, names: Names): boolean {
  switch (condition.kind) {
    case 'name':
      return (findName(condition.name, names) ?? EMPTY_SET) !== EMPTY_SET;
    case 'comparison':
      return names.has(condition.plan);
    case 'not':
      return isKnown(condition.operand, names);
    default:
      return isKnown(condition.left, names) && isKnown(condition.right, names);
  }
}
