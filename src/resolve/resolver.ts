import type { SiteConfig } from '../config/index.ts';
import { type Place, placeAt, type Result, type Source } from '../diagnostics/index.ts';
import {
  type Article,
  type ArticleText,
  type Corpus,
  type FieldMap,
  type FieldName,
  listVariantNames,
  type NoteName,
} from '../load/index.ts';
import {
  createNames,
  createSet,
  EMPTY_SET,
  hasBounds,
  listMembers,
  type Predicate,
  parseBounds,
  parsePredicate,
  type Version,
  type VersionSet,
} from '../versions/index.ts';
import { createEngine } from './engine.ts';
import { isSameOutcome } from './is-same-outcome.ts';
import { createLegacyLog } from './legacy-log.ts';
import { createProblemList } from './problems.ts';
import type { Tracer } from './reach/tracer.ts';
import { createFieldRenderer, type RenderField } from './render-field.ts';
import { createRepairLog, createVocabulary, type RepairLog } from './repair-log.ts';
import { resolveField, type Translatable } from './resolve-field.ts';
import {
  findSourceLanguage,
  type OutsideData,
  type PresentSite,
  type ResolverSite,
  type Run,
  type RunProblem,
} from './run.ts';
import { createLookups, findNumbered } from './scope.ts';
import { createSourceNotes, type SourceNotes } from './source-notes.ts';
import { createAliasBlocks, findBlockParts } from './template/blocks.ts';
import { AS_WRITTEN } from './template/derive.ts';
import { createSourceParser, type ParseSource, rememberSources } from './template/parse-source.ts';
import type { Resolution, ResolvedText } from './types.ts';

/** Resolves articles of one corpus; what they share is parsed once. */
export interface Resolver {
  /** The distinct outcomes of an article in a language; each of the wanted versions it has is in exactly one. */
  resolveArticle(article: Article, language: string, wanted: VersionSet): Result<readonly Resolution[]>;
  /** A short text beside the article (an address) as its page in a version shows it; its faults are not told. */
  resolveText(text: string, article: Article, language: string, version: Version): string;
  /** The same of a text that may be translated (the title of a track), with its faults. */
  resolveWording(wording: Translatable, article: Article, language: string, version: Version): Result<string>;
  /**
   * Comes to what an article has in a language in all versions that no outcome stands for, for the tracer to hear of it. `given up`
   * where it never ends in one of them, or in one that was resolved.
   */
  followArticle(article: Article, language: string): 'followed' | 'given up';
  /** Reads a text that nothing brings in, for the tracer to hear of its tags. */
  readSource(source: Source): void;
}

/** What of a site the resolver needs. */
export interface ResolverOptions {
  readonly config: SiteConfig;
  readonly corpus: Corpus;
  readonly versions: readonly Version[];
  /**
   * The site as it is, where `corpus` and `versions` hold versions to come behind its own, for `followArticle`. Outcomes and what is
   * said of them are those of this site.
   */
  readonly known?: PresentSite | undefined;
  /** Takes what is found in each source that is parsed. */
  readonly notes?: SourceNotes;
  /** Hears whenever a text goes into what is made, and whether another text has brought it in. */
  readonly onRead?: (source: Source, isIncluded: boolean) => void;
  /** Hears which bodies of texts and tags every run came to. */
  readonly tracer?: Tracer | undefined;
}

const FIELDS = ['title', 'shortTitle', 'intro', 'product', 'permissions', 'body'] as const;
const KNOWN: ReadonlySet<string> = new Set(FIELDS);

/** The six that every article may have, then the notes of its journeys. */
function listFieldNames(own: ArticleText | undefined): readonly FieldName[] {
  const notes = Object.keys(own?.fields ?? {}).filter((name): name is NoteName => !KNOWN.has(name));
  return notes.length === 0 ? FIELDS : [...FIELDS, ...notes];
}

/** Prepares Liquid for a corpus. */
export function createResolver({
  config,
  corpus,
  versions,
  known: knownSite,
  notes = createSourceNotes(),
  onRead = () => {},
  tracer,
}: ResolverOptions): Resolver {
  const names = createNames(versions, corpus.features);
  const site: ResolverSite = { config, corpus, versions, names, known: knownSite };
  const { liquid, blocks } = createEngine(createConditionParser(site), listVariantNames(config, corpus.data));
  const aliases = config.tags ?? {};
  const known = new Map([...blocks, ...createAliasBlocks(Object.keys(aliases))]);
  const repairs = createRepairLog(
    createVocabulary(liquid, known, corpus, findSourceLanguage(site)),
    notes.repairs,
  );
  const plans = new Set(config.plans.map(({ short }) => short));
  const legacy = createLegacyLog(config.plans, notes.legacy);
  const grammar = { liquid, blocks, parts: findBlockParts(blocks), aliases, plans };
  const parseSource = createSourceParser(grammar, repairs.repair, legacy);
  const parseAnew: ParseSource =
    tracer === undefined
      ? parseSource
      : (source, layout) => {
          const parsed = parseSource(source, layout);
          tracer.onParsed(parsed);
          return parsed;
        };
  const hear =
    (parse: ParseSource, isIncluded: boolean): ParseSource =>
    (source, layout) => {
      onRead(source, isIncluded);
      return parse(source, layout);
    };
  const parse = hear(rememberSources(parseAnew), true);
  const renderField = createFieldRenderer(liquid, createLookups(site));
  const tools: Tools = { site, parse, parseOwn: parse, repairs, renderField, tracer, rests: new Map() };
  // What pages ask beside their articles, and texts of the site as it is, would seem to be all that comes to a source.
  const parseUntold = hear(rememberSources(parseSource), true);
  const untold: Tools =
    knownSite === undefined
      ? tools
      : { ...tools, tracer: undefined, parse: parseUntold, parseOwn: parseUntold };
  // What was read of an article's own texts, most of the templates, goes when its versions are done.
  const openTools = () => ({ ...tools, parseOwn: hear(rememberSources(parseAnew), false) });
  const openUntold = () => ({ ...untold, parseOwn: hear(rememberSources(parseSource), false) });
  return {
    resolveArticle: (article, language, wanted) =>
      resolveArticle(
        knownSite !== undefined && findTwin(site, article) === undefined ? openUntold() : openTools(),
        article,
        language,
        wanted,
      ),
    followArticle: (article, language) => followArticle(openTools(), article, language),
    resolveText: (text, article, language, version) => resolveText(untold, text, article, language, version),
    resolveWording: (wording, article, language, version) =>
      resolveWording(untold, wording, article, language, version),
    readSource: (source) => void parseAnew(source, AS_WRITTEN),
  };
}

interface Tools {
  readonly site: ResolverSite;
  readonly parse: ParseSource;
  readonly parseOwn: ParseSource;
  readonly repairs: RepairLog;
  readonly renderField: RenderField;
  readonly tracer: Tracer | undefined;
  /** What `followArticle` has still to come to, by language and path. */
  readonly rests: Map<string, Rest>;
}

/** Versions of an article that no run stands for, and whether one was given up. */
interface Rest {
  readonly versions: VersionSet;
  readonly isGivenUp: boolean;
}

/** Conditions in the way of other engines speak of the first plan with numbers, as all that is told of releases by itself. */
function createConditionParser(site: ResolverSite): (text: string) => Predicate {
  const { config, known } = site;
  const predicates = new Map<string, Predicate>();
  const takesBounds = Object.values(config.tags ?? {}).includes('ifversion');
  const numbered = takesBounds ? findNumbered(config) : undefined;
  const parse = (text: string, { names, versions }: Pick<ResolverSite, 'names' | 'versions'>) =>
    numbered !== undefined && hasBounds(text)
      ? parseBounds(text, numbered, names, versions)
      : parsePredicate(text, names, versions);
  // Advice names versions, and only those that there are.
  const own = known && {
    versions: known.versions,
    names: createNames(known.versions, known.corpus.features),
  };
  const judge = (text: string) => (own ? { problems: parse(text, own).problems } : {});
  return (text) => {
    const predicate = predicates.get(text) ?? { ...parse(text, site), ...judge(text) };
    predicates.set(text, predicate);
    return predicate;
  };
}

function resolveArticle(
  tools: Tools,
  article: Article,
  language: string,
  wanted: VersionSet,
): Result<readonly Resolution[]> {
  const { versions } = tools.site;
  const problems = createProblemList();
  const outcomes: Resolution[] = [];
  let outside = describeGenerated(article, findSourceLanguage(tools.site));
  const asked = wanted & article.versions;
  const twin = findTwin(tools.site, article);
  let rest = twin?.versions ?? asked;
  let isGivenUp = false;
  while ((rest & asked) !== EMPTY_SET) {
    const { candidates, ...outcome } = runOnce(tools, article, twin ?? article, language, rest, asked);
    rest &= ~candidates;
    isGivenUp ||= isRunaway(outcome.problems);
    problems.add(outcome.problems, outcome.resolution.versions);
    // One for each page: where it is met first stands for all of them.
    outside ??= outcome.outside;
    if (
      outside !== undefined &&
      outcome.resolution.hasOutsideData &&
      isToldHere(tools.site, article, outside)
    )
      problems.add([outside], outcome.resolution.versions);
    addOutcome(outcomes, outcome.resolution);
  }
  if (twin !== undefined) tools.rests.set(nameRest(article, language), { versions: rest, isGivenUp });
  return { value: outcomes, diagnostics: problems.list(language, versions) };
}

function followArticle(tools: Tools, article: Article, language: string): 'followed' | 'given up' {
  const known = tools.rests.get(nameRest(article, language));
  let rest = known?.versions ?? article.versions;
  let isGivenUp = known?.isGivenUp ?? false;
  while (rest !== EMPTY_SET) {
    const { candidates, problems } = runOnce(tools, article, article, language, rest, rest);
    rest &= ~candidates;
    isGivenUp ||= isRunaway(problems);
  }
  return isGivenUp ? 'given up' : 'followed';
}

function isRunaway(problems: readonly RunProblem[]): boolean {
  return problems.some(({ code }) => code === 'resolve/runaway');
}

function nameRest({ path }: Article, language: string): string {
  return `${language} ${path}`;
}

/**
 * The article as all versions have it that are followed. None where those may have another text: of release notes, the body names
 * each version that has some.
 */
function findTwin({ corpus, known }: ResolverSite, { path, layout }: Article): Article | undefined {
  return known === undefined || layout === 'release-notes' ? undefined : corpus.articles.get(path);
}

function resolveText(
  tools: Tools,
  text: string,
  article: Article,
  language: string,
  version: Version,
): string {
  const source = { text, place: { file: article.file, line: 1, column: 1 }, verbatim: false };
  const run = createRun(tools, article, createSet([version]));
  const { resolved } = tools.renderField(run, source, language);
  tools.tracer?.onRan(run);
  return resolved.text.trim();
}

function resolveWording(
  tools: Tools,
  wording: Translatable,
  article: Article,
  language: string,
  version: Version,
): Result<string> {
  const { site, renderField } = tools;
  const run = createRun(tools, article, createSet([version]));
  const source = findSourceLanguage(site);
  const outcome = resolveField(run, wording, undefined, language, source, renderField);
  tools.tracer?.onRan(run);
  const problems = createProblemList();
  problems.add(outcome.problems, run.candidates);
  return {
    value: outcome.resolved?.text.trim() ?? '',
    diagnostics: problems.list(language, site.versions),
  };
}

/** Runs that were asked differently may still come out equal. */
function addOutcome(outcomes: Resolution[], outcome: Resolution): void {
  const at = outcomes.findIndex((other) => isSameOutcome(other, outcome));
  const known = outcomes[at];
  if (known === undefined) outcomes.push(outcome);
  else outcomes[at] = { ...known, versions: known.versions | outcome.versions };
}

/**
 * Renders all fields for the first of the versions asked for, and finds out which others of the candidates share the outcome.
 *
 * @param article the outcome is of
 * @param twin the same as all candidates have it
 */
function runOnce(
  { renderField, ...tools }: Tools,
  article: Article,
  twin: Article,
  language: string,
  candidates: VersionSet,
  asked: VersionSet,
): {
  readonly candidates: VersionSet;
  readonly resolution: Resolution;
  readonly problems: readonly RunProblem[];
  readonly outside: OutsideData | undefined;
} {
  const run = createRun(tools, twin, candidates, asked);
  const sourceLanguage = findSourceLanguage(tools.site);
  const fields: FieldMap<ResolvedText> = {};
  const fallbacks: FieldName[] = [];
  const failures: FieldName[] = [];
  const problems: RunProblem[] = [];
  const own = twin.texts.get(sourceLanguage);
  const translated = language === sourceLanguage ? undefined : twin.texts.get(language);
  const resolve = (wording: Translatable, name?: FieldName) => {
    const outcome = resolveField(run, wording, name, language, sourceLanguage, renderField);
    problems.push(...outcome.problems);
    return outcome;
  };
  for (const name of listFieldNames(own)) {
    const outcome = resolve({ translated: translated?.fields[name], source: own?.fields[name] }, name);
    if (outcome.hasFailed) failures.push(name);
    if (outcome.resolved === undefined) continue;
    fields[name] = outcome.resolved;
    if (outcome.isFallback) fallbacks.push(name);
  }
  const labels = [...(own?.labels ?? [])].map(([path, source]) => {
    const { resolved } = resolve({ translated: translated?.labels.get(path), source });
    return [path, resolved?.text.trim() ?? ''];
  });
  tools.tracer?.onRan(run);
  const broken = problems.some(({ breaks }) => breaks);
  const resolution = {
    article,
    language,
    versions: run.candidates & asked,
    fields,
    labels: Object.fromEntries(labels),
    fallbacks,
    failures,
    broken,
    hasOutsideData: run.outside !== undefined || describeGenerated(article, sourceLanguage) !== undefined,
  };
  return { candidates: run.candidates, resolution, problems, outside: run.outside };
}

/** What the reference puts into articles whose rest its programs make before a build. */
const PRERENDERED = /<!--\s*this page is pre-?rendered\b/i;

/** The body of such a page is made by a program of the reference, or most of it. */
function describeGenerated(
  { frontmatter: { autogenerated }, keyPlaces, texts }: Article,
  sourceLanguage: string,
): OutsideData | undefined {
  const place =
    typeof autogenerated === 'string'
      ? keyPlaces.get('autogenerated')
      : findPrerendered(texts.get(sourceLanguage)?.fields.body);
  if (place === undefined) return undefined;
  const kind = typeof autogenerated === 'string' ? ` ('${autogenerated}')` : '';
  return {
    code: 'resolve/outside-data',
    severity: 'warning',
    message: `The page is made of data from outside of the content${kind}, so only its own text is shown.`,
    hint: 'Lead to where readers find the rest.',
    place,
    via: [],
    language: '',
    breaks: false,
    name: '',
  };
}

function findPrerendered(body: Source | undefined): Place | undefined {
  const offset = body?.text.search(PRERENDERED) ?? -1;
  return body === undefined || offset < 0 ? undefined : placeAt(body, offset);
}

/** A translation repeats what the source language asks for, and that is said there. */
function isToldHere(site: ResolverSite, { texts }: Article, { language, name }: OutsideData): boolean {
  const source = findSourceLanguage(site);
  return (
    language === '' || language === source || texts.get(source)?.fields.body?.text.includes(name) !== true
  );
}

function createRun(
  { site, parse, parseOwn, repairs, tracer }: Omit<Tools, 'renderField'>,
  article: Article,
  candidates: VersionSet,
  asked = candidates,
): Run {
  const [version] = listMembers(candidates & asked, site.versions);
  if (version === undefined) throw new Error('There is no version to resolve for.');
  return {
    site,
    parse,
    parseOwn,
    repairs,
    article,
    version,
    candidates,
    condition: undefined,
    language: '',
    frame: undefined,
    offset: 0,
    steps: 0,
    size: 0,
    problems: [],
    outside: undefined,
    reached: tracer && new Set(),
  };
}
