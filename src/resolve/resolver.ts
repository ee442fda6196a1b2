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
import { findSourceLanguage, type OutsideData, type ResolverSite, type Run, type RunProblem } from './run.ts';
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
  /** Reads a text that nothing brings in, for the tracer to hear of its tags. */
  readSource(source: Source): void;
}

/** What of a site the resolver needs. */
export interface ResolverOptions {
  readonly config: SiteConfig;
  readonly corpus: Corpus;
  readonly versions: readonly Version[];
  /** Takes what is found in each source that is parsed. */
  readonly notes?: SourceNotes;
  /** Hears whenever a text goes into what is made, and whether another text has brought it in. */
  readonly onRead?: (source: Source, isIncluded: boolean) => void;
  /** Hears which bodies of texts and tags every run came to. */
  readonly tracer?: Tracer;
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
  notes = createSourceNotes(),
  onRead = () => {},
  tracer,
}: ResolverOptions): Resolver {
  const site: ResolverSite = { config, corpus, versions, names: createNames(versions, corpus.features) };
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
  const tools: Tools = { site, parse, parseOwn: parse, repairs, renderField, tracer };
  return {
    // What was read of an article's own texts, most of the templates, goes when its versions are done.
    resolveArticle: (article, language, wanted) =>
      resolveArticle(
        { ...tools, parseOwn: hear(rememberSources(parseAnew), false) },
        article,
        language,
        wanted,
      ),
    resolveText: (text, article, language, version) => resolveText(tools, text, article, language, version),
    resolveWording: (wording, article, language, version) =>
      resolveWording(tools, wording, article, language, version),
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
}

/** Conditions in the way of other engines speak of the first plan with numbers, as all that is told of releases by itself. */
function createConditionParser({ config, names, versions }: ResolverSite): (text: string) => Predicate {
  const known = new Map<string, Predicate>();
  const takesBounds = Object.values(config.tags ?? {}).includes('ifversion');
  const numbered = takesBounds ? findNumbered(config) : undefined;
  const parse = (text: string) =>
    numbered !== undefined && hasBounds(text)
      ? parseBounds(text, numbered, names, versions)
      : parsePredicate(text, names, versions);
  return (text) => {
    const predicate = known.get(text) ?? parse(text);
    known.set(text, predicate);
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
  for (let rest = wanted & article.versions; rest !== EMPTY_SET; ) {
    const outcome = runOnce(tools, article, language, rest);
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
    rest &= ~outcome.resolution.versions;
  }
  return { value: outcomes, diagnostics: problems.list(language, versions) };
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

/** Renders all fields for the first of the versions, and finds out which others share the outcome. */
function runOnce(
  { renderField, ...tools }: Tools,
  article: Article,
  language: string,
  candidates: VersionSet,
): {
  readonly resolution: Resolution;
  readonly problems: readonly RunProblem[];
  readonly outside: OutsideData | undefined;
} {
  const run = createRun(tools, article, candidates);
  const sourceLanguage = findSourceLanguage(tools.site);
  const fields: FieldMap<ResolvedText> = {};
  const fallbacks: FieldName[] = [];
  const failures: FieldName[] = [];
  const problems: RunProblem[] = [];
  const own = article.texts.get(sourceLanguage);
  const translated = language === sourceLanguage ? undefined : article.texts.get(language);
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
    versions: run.candidates,
    fields,
    labels: Object.fromEntries(labels),
    fallbacks,
    failures,
    broken,
    hasOutsideData: run.outside !== undefined || describeGenerated(article, sourceLanguage) !== undefined,
  };
  return { resolution, problems, outside: run.outside };
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
): Run {
  const [version] = listMembers(candidates, site.versions);
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
