import { type Context, Drop, defaultOperators, toValueSync } from 'liquidjs';
import { compareReleases, createSet, type Version } from '../versions/index.ts';
import { ask, askValue, type Run } from './run.ts';

/**
 * A text that depends on the version, such as its id: asks only when it is printed or compared. It may compare as
 * another text than it prints.
 */
export class VersionDrop extends Drop {
  readonly #run: Run;
  readonly #read: (version: Version) => string;
  readonly #compared: (version: Version) => string;

  constructor(run: Run, read: (version: Version) => string, compared = read) {
    super();
    this.#run = run;
    this.#read = read;
    this.#compared = compared;
  }

  override valueOf(): string {
    return askValue(this.#run, this.#read);
  }

  /** The same where a text names it: `{{ currentVersion.toString }}`. */
  override toString(): string {
    return this.valueOf();
  }

  /** Whether `test` holds for the text; versions for which it does not leave the run together. */
  static test(drop: VersionDrop, test: (text: string) => boolean): boolean {
    const { versions } = drop.#run.site;
    return ask(drop.#run, createSet(versions.filter((version) => test(drop.#compared(version)))));
  }
}

// Liquid reads and calls every property of a drop that a text names, also those that all objects have.
for (const name of Object.getOwnPropertyNames(Object.prototype))
  if (name !== 'valueOf' && name !== 'toString')
    Object.defineProperty(VersionDrop.prototype, name, { value: undefined });

type Operator = (left: unknown, right: unknown, context: Context) => unknown;

/**
 * Liquid's comparisons, which put a question to all versions at once where one side depends on the version, and
 * `ver_gt` and `ver_lt` of older corpora: `currentVersion ver_gt "enterprise-server@2.21"`.
 */
export function createOperators(): Record<
  string,
  (left: unknown, right: unknown, context: Context) => boolean
> {
  const compared = ['==', '!=', '>', '<', '>=', '<=', 'contains'];
  const own = { ver_gt: createReleaseTest(1), ver_lt: createReleaseTest(-1) };
  const operators: [string, Operator][] = [
    ...Object.entries(defaultOperators as Record<string, Operator>),
    ...Object.entries(own),
  ];
  return Object.fromEntries(
    operators.map(([name, operator]) => [
      name,
      compared.includes(name) || name in own ? askingAll(operator) : settle(operator),
    ]),
  );
}

function settle(operator: Operator): (left: unknown, right: unknown, context: Context) => boolean {
  return (left, right, context) => toValueSync(operator(left, right, context) as boolean);
}

function askingAll(operator: Operator): (left: unknown, right: unknown, context: Context) => boolean {
  const compare = settle(operator);
  return (left, right, context) => {
    if (left instanceof VersionDrop) return VersionDrop.test(left, (text) => compare(text, right, context));
    if (right instanceof VersionDrop) return VersionDrop.test(right, (text) => compare(left, text, context));
    return compare(left, right, context);
  };
}

/** Compares the releases of two version ids of the same plan; false for different plans and plans without numbers. */
function createReleaseTest(direction: 1 | -1): Operator {
  return (left, right) => {
    const [plan, release] = splitId(left);
    const [otherPlan, otherRelease] = splitId(right);
    if (plan !== otherPlan || release === undefined || otherRelease === undefined) return false;
    return Math.sign(compareReleases(release, otherRelease)) === direction;
  };
}

function splitId(id: unknown): readonly [string | undefined, string | undefined] {
  const match = /^(.+)@(\d+\.\d+(?:\.\d+)?)$/.exec(String(id));
  return [match?.[1], match?.[2]];
}
