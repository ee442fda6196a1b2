import { type Place, type Point, placeAt, type Source } from '../diagnostics/index.ts';
import type { TracedBranch, TracedSource, TracedTag } from '../resolve/index.ts';
import {
  type Condition,
  EMPTY_SET,
  formatCondition,
  simplifyCondition,
  type VersionSet,
} from '../versions/index.ts';
import { type TracedSite, traceSources } from './trace-sources.ts';

/** A branch that says less than it seems to. */
export interface BranchFinding {
  /**
   * `dead`: no version that comes to the tag takes the branch. `always`: every version that comes to the tag takes it, so the tags
   * can go. `redundant`: a shorter condition says the same.
   */
  readonly kind: 'dead' | 'always' | 'redundant';
  /** Of the branch for `dead`, of its tag for `always`, of the condition for `redundant`. */
  readonly place: Place;
  /** Undefined in a value of YAML that is not written as it reads. */
  readonly end: Point | undefined;
  /** `ifversion`, `elsif`, `else`, `if`, `unless`. */
  readonly keyword: string;
  /** As it is written; empty for `else`. */
  readonly condition: string;
  /** Of a redundant condition: what says the same. */
  readonly simpler: string | undefined;
  /** Versions of the site that come to the tag. */
  readonly tagVersions: VersionSet;
  /** Those that come to the condition: no branch before it has taken them. */
  readonly asked: VersionSet;
  /** Paths of the articles that come to the source, all of which were looked at. */
  readonly articles: readonly string[];
}

/**
 * Finds branches that no article can reach in any of its versions, conditions that always hold where they are asked, and
 * conditions that could be shorter; a branch counts as reached where an article comes to it through any chain of uses. Says
 * nothing of texts to which anything else may come (see `traceSources`).
 */
export async function findBranches(
  source: Parameters<typeof traceSources>[0],
): Promise<readonly BranchFinding[]> {
  const site = await traceSources(source);
  return site.traced
    .filter(({ source: { place }, isSound }) => isSound && !site.isDoubtful(place.file))
    .flatMap((each) => judgeSource(each, site))
    .sort((a, b) => comparePlaces(a.place, b.place));
}

function judgeSource(traced: TracedSource, site: TracedSite): readonly BranchFinding[] {
  const isInside = createInsideTest(traced.tags.filter(({ isOpen }) => isOpen));
  return traced.tags
    .filter((tag) => tag.reach !== EMPTY_SET && !tag.isCommented && !isInside(tag))
    .flatMap((tag) => judgeTag(traced, tag, site));
}

/** Whether a tag begins inside of one of some. A text may have thousands. */
function createInsideTest(tags: readonly TracedTag[]): (tag: TracedTag) => boolean {
  const sorted = [...tags].sort((one, other) => one.begin - other.begin);
  let last = 0;
  const ends = sorted.map(({ end }) => {
    last = Math.max(last, end);
    return last;
  });
  return ({ begin }) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle]?.begin ?? 0) <= begin) low = middle + 1;
      else high = middle;
    }
    return low > 0 && begin < (ends[low - 1] ?? 0);
  };
}

function judgeTag(traced: TracedSource, tag: TracedTag, site: TracedSite): readonly BranchFinding[] {
  let asked = tag.reach;
  return tag.branches.flatMap((branch) => {
    const judged = judgeBranch(branch, asked, tag.reach, site);
    const finding = judged && {
      ...judged,
      ...placeFinding(traced.source, branch, judged.kind),
      keyword: branch.keyword,
      condition: branch.condition,
      tagVersions: tag.reach & site.known,
      asked: asked & site.known,
      articles: [...traced.articles].map(({ path }) => path).sort(),
    };
    asked &= ~takeVersions(branch, asked);
    return finding === undefined ? [] : [finding];
  });
}

/** The versions that a branch takes of those that come to its condition. */
function takeVersions({ predicate, taken }: TracedBranch, asked: VersionSet): VersionSet {
  return predicate === undefined ? taken : asked & predicate.versions;
}

function judgeBranch(
  branch: TracedBranch,
  asked: VersionSet,
  reach: VersionSet,
  { versions, names }: TracedSite,
): Pick<BranchFinding, 'kind' | 'simpler'> | undefined {
  const takes = takeVersions(branch, asked);
  if (takes === EMPTY_SET && branch.taken === EMPTY_SET) return { kind: 'dead', simpler: undefined };
  if (branch.keyword === 'else' || takes === EMPTY_SET) return undefined;
  // An `elsif` that takes all that the branches before it have left is a way to write `else`: it names them.
  if (takes === asked) return asked === reach ? { kind: 'always', simpler: undefined } : undefined;
  const written = branch.predicate?.condition;
  const simpler = written && simplify(written, asked, names, versions);
  return simpler === undefined ? undefined : { kind: 'redundant', simpler };
}

/** A form that is shorter; undefined where there is none. */
function simplify(
  condition: Condition,
  asked: VersionSet,
  names: TracedSite['names'],
  versions: TracedSite['versions'],
): string | undefined {
  const simple = simplifyCondition(condition, asked, names, versions);
  if (typeof simple === 'string') return undefined;
  const [text, before] = [simple, condition].map(formatCondition);
  return text === undefined || before === undefined || text.length >= before.length ? undefined : text;
}

function placeFinding(
  source: Source,
  { begin, bodyBegin, bodyEnd, condition, conditionOffset }: TracedBranch,
  kind: BranchFinding['kind'],
): Pick<BranchFinding, 'place' | 'end'> {
  const isCondition = kind === 'redundant';
  const from = isCondition ? source.text.indexOf(condition, conditionOffset) : begin;
  const to = isCondition ? from + condition.length : kind === 'dead' ? bodyEnd : bodyBegin;
  const { line, column } = placeAt(source, to);
  return { place: placeAt(source, from), end: source.verbatim ? { line, column } : undefined };
}

function comparePlaces(a: Place, b: Place): number {
  return (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column;
}
