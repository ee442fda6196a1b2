import type { SiteConfig } from '../config/index.ts';
import type { Result, Source } from '../diagnostics/index.ts';
import { type Article, type Corpus, listVariantNames } from '../load/index.ts';
import { createNames, createSet, type Version, type VersionSet } from '../versions/index.ts';
import { createConditionParser } from './create-condition-parser.ts';
import { createEngine } from './engine.ts';
import { createLegacyLog } from './legacy-log.ts';
import { findTwin, followRest, listOutcomes, type Rests } from './list-outcomes.ts';
import { createProblemList } from './problems.ts';
import type { Tracer } from './reach/tracer.ts';
import { createFieldRenderer } from './render-field.ts';
import { createRepairLog, createVocabulary } from './repair-log.ts';
import { resolveField, type Translatable } from './resolve-field.ts';
import { findSourceLanguage, type PresentSite, type ResolverSite } from './run.ts';
import { createRun, type RunTools } from './run-article.ts';
import { createLookups } from './scope.ts';
import { createSourceNotes, type SourceNotes } from './source-notes.ts';
import { createAliasBlocks, findBlockParts } from './template/blocks.ts';
import { AS_WRITTEN } from './template/derive.ts';
import { createSourceParser, type ParseSource, rememberSources } from './template/parse-source.ts';
import type { Resolution } from './types.ts';

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
  /** Hears of the paths at which a tag looks for an article, the best first, and of the article that it found. */
  readonly onLook?: ResolverSite['onLook'];
  /** Hears which bodies of texts and tags every run came to. */
  readonly tracer?: Tracer | undefined;
}

/** Prepares Liquid for a corpus. */
export function createResolver({
  config,
  corpus,
  versions,
  known: knownSite,
  notes = createSourceNotes(),
  onRead = () => {},
  onLook = () => {},
  tracer,
}: ResolverOptions): Resolver {
  const names = createNames(versions, corpus.features);
  const site: ResolverSite = { config, corpus, versions, names, known: knownSite, onLook };
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
  const tools: RunTools = { site, parse, parseOwn: parse, repairs, renderField, tracer };
  const rests: Rests = new Map();
  // What pages ask beside their articles, and texts of the site as it is, would seem to be all that comes to a source.
  const parseUntold = hear(rememberSources(parseSource), true);
  const untold: RunTools =
    knownSite === undefined
      ? tools
      : { ...tools, tracer: undefined, parse: parseUntold, parseOwn: parseUntold };
  // What was read of an article's own texts, most of the templates, goes when its versions are done.
  const openTools = () => ({ ...tools, parseOwn: hear(rememberSources(parseAnew), false) });
  const openUntold = () => ({ ...untold, parseOwn: hear(rememberSources(parseSource), false) });
  return {
    resolveArticle: (article, language, wanted) =>
      listOutcomes(
        knownSite !== undefined && findTwin(site, article) === undefined ? openUntold() : openTools(),
        rests,
        article,
        language,
        wanted,
      ),
    followArticle: (article, language) => followRest(openTools(), rests, article, language),
    resolveText: (text, article, language, version) => resolveText(untold, text, article, language, version),
    resolveWording: (wording, article, language, version) =>
      resolveWording(untold, wording, article, language, version),
    readSource: (source) => void parseAnew(source, AS_WRITTEN),
  };
}

function resolveText(
  tools: RunTools,
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
  tools: RunTools,
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
