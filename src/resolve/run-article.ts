import type { Article, ArticleText, FieldMap, FieldName, NoteName } from '../load/index.ts';
import { listMembers, type VersionSet } from '../versions/index.ts';
import { describeGenerated } from './generated-pages.ts';
import type { Tracer } from './reach/tracer.ts';
import type { RenderField } from './render-field.ts';
import type { RepairLog } from './repair-log.ts';
import { resolveField, type Translatable } from './resolve-field.ts';
import { findSourceLanguage, type OutsideData, type ResolverSite, type Run, type RunProblem } from './run.ts';
import type { ParseSource } from './template/parse-source.ts';
import type { Resolution, ResolvedText } from './types.ts';

/** What runs of Liquid work with. */
export interface RunTools {
  readonly site: ResolverSite;
  readonly parse: ParseSource;
  readonly parseOwn: ParseSource;
  readonly repairs: RepairLog;
  readonly renderField: RenderField;
  readonly tracer: Tracer | undefined;
}

const FIELDS = ['title', 'shortTitle', 'intro', 'product', 'permissions', 'body'] as const;
const KNOWN: ReadonlySet<string> = new Set(FIELDS);

/** The six that every article may have, then the notes of its journeys. */
function listFieldNames(own: ArticleText | undefined): readonly FieldName[] {
  const notes = Object.keys(own?.fields ?? {}).filter((name): name is NoteName => !KNOWN.has(name));
  return notes.length === 0 ? FIELDS : [...FIELDS, ...notes];
}

/** What one run has come to. */
export interface RunOutcome {
  /** The versions that it stands for. */
  readonly candidates: VersionSet;
  readonly resolution: Resolution;
  readonly problems: readonly RunProblem[];
  readonly outside: OutsideData | undefined;
}

/**
 * Renders all fields for the first of the versions asked for, and finds out which others of the candidates share the outcome.
 *
 * @param article the outcome is of
 * @param twin the same as all candidates have it
 */
export function runArticle(
  { renderField, ...tools }: RunTools,
  article: Article,
  twin: Article,
  language: string,
  candidates: VersionSet,
  asked: VersionSet,
): RunOutcome {
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
    // One by one: a text may have more than a call takes.
    for (const problem of outcome.problems) problems.push(problem);
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

/** Liquid for one version, which others may turn out to share. */
export function createRun(
  { site, parse, parseOwn, repairs, tracer }: Omit<RunTools, 'renderField'>,
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
    silenced: new Map(),
    outside: undefined,
    reached: tracer && new Set(),
  };
}
