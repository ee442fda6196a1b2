import { setImmediate } from 'node:timers/promises';
import { type Place, type Point, placeAt, type Source } from '../diagnostics/index.ts';
import { type Article, assembleCorpus, type Corpus, isContent } from '../load/index.ts';
import {
  createResolver,
  createTracer,
  type TracedBranch,
  type TracedSource,
  type TracedTag,
} from '../resolve/index.ts';
import {
  type Condition,
  createNames,
  createSet,
  EMPTY_SET,
  formatCondition,
  type Names,
  simplifyCondition,
  type Version,
  type VersionSet,
} from '../versions/index.ts';
import { addComingVersions } from './coming-versions.ts';
import { findReferences } from './find-references.ts';
import type { SiteSource } from './types.ts';

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
 * conditions that could be shorter. All articles are resolved in all versions and languages, previews and coming releases
 * included, whatever was asked for; a branch counts as reached where one of them comes to it through any chain of uses.
 *
 * Says nothing where anything else may come to a text: names that Liquid computes, conditions about more than the version,
 * articles that are not published, data and frontmatter that layouts read, and texts with errors.
 *
 * Gives way between articles, so that whatever else waits for this process goes on meanwhile.
 */
export async function findBranches({
  config,
  versions: known,
  files,
}: SiteSource): Promise<readonly BranchFinding[]> {
  const versions = addComingVersions(known, config.plans);
  const corpus = assembleCorpus(files, config, versions).value;
  const { traced, runaways } = await traceAll({ config, versions, corpus });
  const references = findReferences(files, config);
  const published = new Set([...corpus.articles.values()].flatMap(listOwnFiles));
  const isSeen = (file: string) =>
    isContent(config, file) ? published.has(file) : PRINTED_DATA.test(nameBelowData(file));
  const doubtful = new Set([
    ...[...files.texts].flatMap(([file, text]) => [
      ...references.findComputed(text),
      ...(isSeen(file) ? [] : references.findUsed(text)),
    ]),
    ...listLayoutTexts(corpus).flatMap((text) => [...references.findUsed(text)]),
    ...traced.flatMap(listDoubtfulTexts).flatMap((text) => [...references.findUsed(text)]),
    ...runaways
      .flatMap(listOwnFiles)
      .flatMap((file) => [file, ...references.findUsed(files.texts.get(file) ?? '')]),
  ]);
  const site: Judged = {
    versions,
    names: createNames(versions, corpus.features),
    known: createSet(known),
  };
  return traced
    .filter(({ source, isSound }) => isSound && !doubtful.has(source.place.file))
    .flatMap((each) => judgeSource(each, site))
    .sort((a, b) => comparePlaces(a.place, b.place));
}

/** Data that is shown where texts name it; what else there is (tracks, texts of the interface) is read by layouts. */
const PRINTED_DATA = /^(?:early-access\/)?(?:reusables|variables|features|release-notes)\//;

function nameBelowData(file: string): string {
  return file.replace(/^(?:.*?\/)?data\//, '');
}

function listOwnFiles({ texts }: Article): readonly string[] {
  return [...texts.values()].map(({ file }) => file);
}

/** Every article in every version and language. */
async function traceAll(scope: {
  readonly config: SiteSource['config'];
  readonly versions: readonly Version[];
  readonly corpus: Corpus;
}): Promise<{ readonly traced: readonly TracedSource[]; readonly runaways: readonly Article[] }> {
  const { config, versions, corpus } = scope;
  const tracer = createTracer(scope);
  const resolver = createResolver({ ...scope, tracer });
  const all = createSet(versions);
  const runaways: Article[] = [];
  for (const article of corpus.articles.values()) {
    const found = config.languages.map(({ code }) => resolver.resolveArticle(article, code, all));
    const isRunaway = found.some(({ diagnostics }) =>
      diagnostics.some(({ code }) => code === 'resolve/runaway'),
    );
    if (isRunaway) runaways.push(article);
    await setImmediate();
  }
  return { traced: tracer.list(), runaways };
}

/** Texts of frontmatter that are resolved for layouts, for whatever page shows them. */
function listLayoutTexts({ articles }: Corpus): readonly string[] {
  return [...articles.values()].flatMap(({ frontmatter }) =>
    Object.entries(frontmatter).flatMap(([key, value]) => (FIELDS.has(key) ? [] : listTexts(value))),
  );
}

const FIELDS: ReadonlySet<string> = new Set(['title', 'shortTitle', 'intro', 'product', 'permissions']);

function listTexts(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.includes('{') ? [value] : [];
  if (Array.isArray(value)) return value.flatMap(listTexts);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(listTexts) : [];
}

/** Texts that more versions may come to than did: behind conditions about more than the version, and near errors. */
function listDoubtfulTexts({ source: { text }, tags, isSound }: TracedSource): readonly string[] {
  if (!isSound) return [text];
  return tags.filter(({ isOpen }) => isOpen).map(({ begin, end }) => text.slice(begin, end));
}

/** What findings are made with. */
interface Judged {
  readonly versions: readonly Version[];
  readonly names: Names;
  /** Versions that the site has by now. */
  readonly known: VersionSet;
}

function judgeSource(traced: TracedSource, site: Judged): readonly BranchFinding[] {
  const open = traced.tags.filter(({ isOpen }) => isOpen);
  const isInside = (tag: TracedTag) => open.some(({ begin, end }) => begin <= tag.begin && tag.begin < end);
  return traced.tags
    .filter((tag) => tag.reach !== EMPTY_SET && !tag.isCommented && !isInside(tag))
    .flatMap((tag) => judgeTag(traced, tag, site));
}

function judgeTag(traced: TracedSource, tag: TracedTag, site: Judged): readonly BranchFinding[] {
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
  { versions, names }: Judged,
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
  names: Names,
  versions: readonly Version[],
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
