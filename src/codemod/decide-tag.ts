import type { TracedBranch, TracedTag } from '../resolve/index.ts';
import {
  type Condition,
  EMPTY_SET,
  evaluateCondition,
  hasBounds,
  type Names,
  simplifyCondition,
  type Version,
  type VersionSet,
} from '../versions/index.ts';
import {
  createWorld,
  listFreeNames,
  namesRelease,
  parseLegacyCondition,
  type World,
  type WrittenCondition,
  wrapCondition,
} from './written-condition.ts';

/** What becomes of a tag. */
export type Verdict =
  | { readonly kind: 'keep' }
  /** With all that stands between its tags. */
  | { readonly kind: 'remove' }
  /** The text of one branch stays, without the tags. */
  | { readonly kind: 'unwrap'; readonly branch: number }
  /** Some branches go, or ask in other words. Every one that stays is named. */
  | { readonly kind: 'rewrite'; readonly branches: readonly KeptBranch[] };

export interface KeptBranch {
  /** Among the branches of the tag. */
  readonly branch: number;
  /** What it asks from now on; undefined where the words stay. */
  readonly condition?: string;
  /** It takes whatever is left. */
  readonly isElse?: true;
}

export const KEEP: Verdict = { kind: 'keep' };

/** What a tag is judged by. */
export interface VerdictScope {
  /** Of the site, and some that are to come. */
  readonly versions: readonly Version[];
  readonly names: Names;
  /** The version that goes; undefined where conditions are only simplified. */
  readonly dropped: Version | undefined;
  /** Features that are taken at their word; what others hold for may change tomorrow, so nothing is made of it. */
  readonly settled: ReadonlySet<string>;
}

/** More combinations than these are not looked at: nobody writes them. */
const MAX_FREE = 6;

/**
 * What becomes of a tag to which some versions come: `EMPTY_SET` where nobody knows which. Without a version to drop, all goes that says
 * nothing to those that come. Otherwise only that goes which says something now, and will say nothing afterwards.
 */
export function decideTag(tag: TracedTag, reach: VersionSet, scope: VerdictScope): Verdict {
  const { dropped } = scope;
  const written = tag.branches.map((branch) => readCondition(branch, scope));
  const free = dropped === undefined ? [] : listFree(written, scope);
  if (free.length > MAX_FREE) return KEEP;
  const world = createWorld(scope.versions, scope.names, free);
  const all = world.expand(everyVersion(scope.versions));
  const sets = tag.branches.map((branch, at) => evaluateBranch(branch, written[at], world, all));
  // Where some of what it asks is unknown, what was shown is the answer, and the words stay.
  const known = sets.map((set, at) =>
    set === undefined && !tag.isOpen ? world.expand(tag.branches[at]?.taken ?? EMPTY_SET) : set,
  );
  if (dropped === undefined) {
    const readable = written.map((each, at) => (sets[at] === undefined ? undefined : each));
    return tidyTag(tag, readable, known, reach, world);
  }

  const kept = all & ~world.expand(1n << BigInt(dropped.index));
  const come = world.expand(reach);
  const views = [view(sets, all, kept), ...((come & kept) === EMPTY_SET ? [] : [view(known, come, kept)])];
  const unwrapped = views.find(({ before, after }) => after.only !== undefined && after.only !== before.only);
  if (unwrapped?.after.only !== undefined) return { kind: 'unwrap', branch: unwrapped.after.only };
  // What asks for the dropped version alone goes, also where others have taken that before.
  const isEmptied = (set: VersionSet | undefined) =>
    set !== undefined && set !== EMPTY_SET && (set & kept) === EMPTY_SET;
  const isGone = (at: number) =>
    isEmptied(sets[at]) ||
    views.some(({ before, after }) => after.dead[at] === true && before.dead[at] !== true);
  const branches: KeptBranch[] = [];
  for (const [at, branch] of tag.branches.entries()) {
    if (isGone(at)) continue;
    const condition = written[at];
    const simpler = condition && retire(condition, world, all, kept, dropped);
    if (simpler === 'always' && branches.length > 0 && branch.keyword === 'elsif') {
      branches.push({ branch: at, isElse: true });
      break;
    }
    branches.push({
      branch: at,
      ...(simpler !== undefined && simpler !== 'always' && { condition: simpler }),
    });
  }
  return settle(tag, branches);
}

/** The branch that a version takes, -1 where it takes none; undefined where more than the version decides. */
export function findChosenBranch(
  tag: TracedTag,
  { index }: Version,
  scope: Pick<VerdictScope, 'versions' | 'names'>,
): number | undefined {
  const bit = 1n << BigInt(index);
  const world = createWorld(scope.versions, scope.names, []);
  for (const [at, branch] of tag.branches.entries()) {
    const set = evaluateBranch(branch, readCondition(branch, scope), world, everyVersion(scope.versions));
    if (set === undefined) return undefined;
    if ((set & bit) !== EMPTY_SET) return at;
  }
  return -1;
}

/** Branches that only an `else` is left of, none, or all as they were have a simpler name. */
function settle(tag: TracedTag, branches: readonly KeptBranch[]): Verdict {
  const [first] = branches;
  if (first === undefined) return { kind: 'remove' };
  if (tag.branches[first.branch]?.keyword === 'else') return { kind: 'unwrap', branch: first.branch };
  const isSame =
    branches.length === tag.branches.length &&
    branches.every(({ condition, isElse }) => !condition && !isElse);
  return isSame ? KEEP : { kind: 'rewrite', branches };
}

function everyVersion(versions: readonly Version[]): VersionSet {
  return (1n << BigInt(versions.length)) - 1n;
}

function readCondition(
  { keyword, condition, predicate }: TracedBranch,
  { versions }: Pick<VerdictScope, 'versions'>,
): WrittenCondition | undefined {
  if (keyword === 'else') return undefined;
  if (predicate !== undefined)
    return predicate.condition === undefined || hasBounds(condition)
      ? predicate.condition && { condition: predicate.condition, format: () => undefined }
      : wrapCondition(predicate.condition);
  return parseLegacyCondition(condition, versions);
}

function listFree(
  written: readonly (WrittenCondition | undefined)[],
  { versions, names, settled }: VerdictScope,
): readonly string[] {
  const plans = new Set(versions.flatMap(({ plan }) => [plan.short, `${plan.short}-next`]));
  // What holds for no version is for a time to come.
  const isKnown = (name: string) =>
    settled.has(name) || (plans.has(name) && (names.get(name) ?? EMPTY_SET) !== EMPTY_SET);
  return [
    ...new Set(written.flatMap((each) => (each === undefined ? [] : listFreeNames(each.condition, isKnown)))),
  ];
}

/** The versions that a branch is for; undefined where nobody can tell. */
function evaluateBranch(
  { keyword }: TracedBranch,
  written: WrittenCondition | undefined,
  { names, versions }: World,
  all: VersionSet,
): VersionSet | undefined {
  if (keyword === 'else') return all;
  if (written === undefined || [...listFreeNames(written.condition, (name) => names.has(name))].length > 0)
    return undefined;
  const set = evaluateCondition(written.condition, names, versions);
  return keyword === 'unless' ? all & ~set : set;
}

interface View {
  readonly before: Standing;
  readonly after: Standing;
}

/** How the branches of a tag stand to those who come to it. */
interface Standing {
  /** By branch, whether nobody takes it. */
  readonly dead: readonly boolean[];
  /** The branch that everybody takes. */
  readonly only: number | undefined;
}

function view(sets: readonly (VersionSet | undefined)[], come: VersionSet, kept: VersionSet): View {
  return { before: stand(sets, come), after: stand(sets, come & kept) };
}

function stand(sets: readonly (VersionSet | undefined)[], come: VersionSet): Standing {
  let asked = come;
  let only: number | undefined;
  let isFirst = true;
  const dead = sets.map((set, at) => {
    const isDead = set !== undefined && (asked & set) === EMPTY_SET;
    if (isFirst && set !== undefined && !isDead && (asked & ~set) === EMPTY_SET) only = at;
    if (!isDead) isFirst = false;
    if (set !== undefined) asked &= ~set;
    return isDead;
  });
  return { dead, only };
}

/** A condition without what the dropped version alone made it say. */
function retire(
  { condition, format }: WrittenCondition,
  { names, versions }: World,
  all: VersionSet,
  kept: VersionSet,
  dropped: Version,
): string | 'always' | undefined {
  const before = simplifyCondition(condition, all, names, versions);
  const after = simplifyCondition(condition, kept, names, versions);
  if (typeof after === 'string') return after === 'always' && before !== 'always' ? 'always' : undefined;
  const text = format(after);
  const isNamed = namesRelease(condition, dropped.plan.short, dropped.release);
  const isNew = typeof before === 'string' || format(before) !== text;
  return text !== format(condition) && (isNew || isNamed) ? text : undefined;
}

/** Without what says nothing to those who come. */
function tidyTag(
  tag: TracedTag,
  written: readonly (WrittenCondition | undefined)[],
  sets: readonly (VersionSet | undefined)[],
  reach: VersionSet,
  { names, versions }: World,
): Verdict {
  if (reach === EMPTY_SET || tag.isOpen || sets.includes(undefined)) return KEEP;
  const { dead, only } = stand(sets, reach);
  if (only !== undefined) return { kind: 'unwrap', branch: only };
  let asked = reach;
  const branches = tag.branches.flatMap((_, at): readonly KeptBranch[] => {
    const set = sets[at] ?? EMPTY_SET;
    const [here, condition] = [asked, written[at]];
    asked &= ~set;
    if (dead[at] === true) return [];
    // An `elsif` that takes all that is left is a way to write `else`: it names them.
    if (condition === undefined || (here & ~set) === EMPTY_SET) return [{ branch: at }];
    const simpler = shorten(condition, simplifyCondition(condition.condition, here, names, versions));
    return [{ branch: at, ...(simpler !== undefined && { condition: simpler }) }];
  });
  return settle(tag, branches);
}

function shorten(
  { condition, format }: WrittenCondition,
  simpler: Condition | 'always' | 'never',
): string | undefined {
  if (typeof simpler === 'string') return undefined;
  const [text, before] = [format(simpler), format(condition)];
  return text !== undefined && before !== undefined && text.length < before.length ? text : undefined;
}
