import { posix } from 'node:path';
import type { SiteConfig } from '../config/index.ts';
import {
  createOwnedResult,
  type Diagnostic,
  nameOwner,
  type OwnedDiagnostics,
  type OwnedResult,
  softenFault,
} from '../diagnostics/index.ts';
import type { RenderedArticle } from '../links/index.ts';
import type { Corpus, FieldMap, FieldName } from '../load/index.ts';
import {
  type BeginRendering,
  hasFailed,
  type MarkdownOptions,
  type Problem,
  type Rendering,
  type RenderMarkdown,
} from '../markdown/index.ts';
import { locate, locateEnd, type Resolution, type ResolvedText } from '../resolve/index.ts';
import { EMPTY_SET, formatVersions, type Version, type VersionSet } from '../versions/index.ts';
import { createMarkdownOptions } from './markdown-options.ts';

/** The site that articles are part of. */
export interface RenderScope {
  readonly config: Pick<SiteConfig, 'html' | 'languages'>;
  readonly corpus: Pick<Corpus, 'data'>;
  readonly versions: readonly Version[];
  /**
   * Codes of the languages whose pages are made, where texts that no page shows may be rendered as outlines. All texts are
   * rendered as pages need them if absent.
   */
  readonly shown?: readonly string[] | undefined;
  /** Such texts that a page shows nevertheless. */
  readonly lent?: ReadonlySet<string>;
  /** Whether texts are rendered only as far as `check` asks for it, but for notes, which others show: no page can be made of them. */
  readonly isDraft?: boolean;
}

/**
 * Renders every field of every resolution (equal texts are rendered once by the renderer given), and
 * gives the problems of the renderings places in the sources. A resolution whose text cannot be rendered is broken; what
 * a translation says for itself is not, since the source language stands in for it.
 */
export async function renderArticles(
  resolutions: readonly Resolution[],
  renderMarkdown: RenderMarkdown,
  scope: RenderScope,
): Promise<OwnedResult<readonly RenderedArticle[]>> {
  const { config, versions } = scope;
  const fields = listFields(resolutions);
  const renderings = await renderFields(fields, renderMarkdown, scope);
  const byResolution = new Map<Resolution, FieldMap<Rendering>>();
  const found: OwnedDiagnostics[] = [];
  const sourceLanguage = config.languages[0]?.code;
  const isReplaceable = ({ language }: ResolvedText) => language !== sourceLanguage;
  const findShared = createSharedFinder(fields, renderings, isReplaceable);
  for (const [at, field] of fields.entries()) {
    const rendering = renderings[at];
    if (rendering === undefined) continue;
    byResolution.set(field.resolution, { ...byResolution.get(field.resolution), [field.name]: rendering });
    if (rendering.problems.length === 0) continue;
    const { language, article } = field.resolution;
    const diagnostics = rendering.problems.flatMap((problem) => {
      const mayGiveWay = problem.severity === 'error' && isReplaceable(field.resolved);
      const shared = mayGiveWay ? findShared(field, problem) : field.resolution.versions;
      return [
        ...placeProblem(problem, field, shared, versions),
        ...placeProblem(soften(problem), field, field.resolution.versions & ~shared, versions),
      ];
    });
    found.push({ owner: nameOwner(language, article.path), diagnostics });
  }
  const value = resolutions.map((resolution) =>
    pairRenderings(resolution, byResolution.get(resolution) ?? {}, isReplaceable),
  );
  return createOwnedResult(value, found);
}

/** One rendering for each field, in their order. */
async function renderFields(
  fields: readonly Field[],
  renderMarkdown: RenderMarkdown,
  { config, corpus, shown, lent, isDraft }: RenderScope,
): Promise<readonly Rendering[]> {
  const options = createMarkdownOptions(config, corpus);
  const isOutlined = shown === undefined ? undefined : createOutlineJudge(fields, shown, lent);
  const isLess = isDraft ? ({ name }: Field) => !name.startsWith('journeyTracks.') : isOutlined;
  if (isLess === undefined) return render(fields, options);
  const [whole, less] = [fields.filter((field) => !isLess(field)), fields.filter(isLess)];
  const purpose = isDraft ? 'check' : 'outline';
  const batches = [render(whole, options), render(less, { ...options, purpose })];
  const rendered = (await Promise.all(batches)).flat();
  const found = new Map([...whole, ...less].map((field, at) => [field, rendered[at]]));
  return fields.flatMap((field) => found.get(field) ?? []);

  async function render(some: readonly Field[], own: MarkdownOptions): Promise<readonly Rendering[]> {
    const { texts, folders } = formatBatch(some);
    const renderings = await renderMarkdown(texts, own, folders);
    if (renderings.length < texts.length)
      throw new Error(`The renderer returned ${renderings.length} of ${texts.length} texts.`);
    return renderings;
  }
}

/** Tells texts that no page shows. */
function createOutlineJudge(
  fields: readonly Field[],
  shown: readonly string[],
  lent: ReadonlySet<string> = new Set(),
): (field: Field) => boolean {
  const own = fields.filter((field) => !isBeside(field, shown));
  const whole = new Set([...own.map(({ resolved }) => resolved.text), ...lent]);
  return (field) => isBeside(field, shown) && !whole.has(field.resolved.text);
}

/** Whether a text is of a language without pages. Links show titles, whose plain text outlines lack. */
function isBeside({ name, resolution }: Field, shown: readonly string[]): boolean {
  return name !== 'title' && !shown.includes(resolution.language);
}

/**
 * Begins to render the texts of an article in a language, for `renderArticles` to ask for them. That a page shows a text of
 * the source language is known here where a translation has none.
 */
export function beginArticle(
  resolutions: readonly Resolution[],
  beginRendering: BeginRendering,
  { config, corpus, shown }: Omit<RenderScope, 'versions'>,
): void {
  const options = createMarkdownOptions(config, corpus);
  const isOutlined = (field: Field) =>
    shown !== undefined &&
    isBeside(field, shown) &&
    shown.every((code) => field.resolution.article.texts.get(code)?.fields[field.name] !== undefined);
  const fields = listFields(resolutions);
  const whole = fields.filter((field) => !isOutlined(field));
  beginRendering(formatBatch(whole).texts, options);
  beginRendering(formatBatch(fields.filter(isOutlined)).texts, { ...options, purpose: 'outline' });
}

/** What a renderer gets: texts, equal ones too, each with the folder of its article. */
export interface TextBatch {
  readonly texts: readonly string[];
  readonly folders: readonly string[];
}

/** All texts that `renderArticles` has rendered. */
export function listTexts(resolutions: readonly Resolution[]): TextBatch {
  return formatBatch(listFields(resolutions));
}

function formatBatch(fields: readonly Field[]): TextBatch {
  return {
    texts: fields.map(({ resolved }) => resolved.text),
    folders: fields.map(
      ({ resolution }) => `${resolution.language}/${posix.dirname(resolution.article.path)}`,
    ),
  };
}

interface Field {
  readonly resolution: Resolution;
  readonly name: FieldName;
  readonly resolved: ResolvedText;
}

function listFields(resolutions: readonly Resolution[]): readonly Field[] {
  return resolutions
    .filter(({ broken }) => !broken)
    .flatMap((resolution) => {
      const entries = Object.entries(resolution.fields) as [FieldName, ResolvedText][];
      return entries.map(([name, resolved]) => ({ resolution, name, resolved }));
    });
}

function pairRenderings(
  resolution: Resolution,
  renderings: Readonly<FieldMap<Rendering>>,
  isReplaceable: (text: ResolvedText) => boolean,
): RenderedArticle {
  const failed = (Object.entries(renderings) as [FieldName, Rendering][]).some(([name, rendering]) => {
    const text = resolution.fields[name];
    return text !== undefined && !isReplaceable(text) && hasFailed(rendering);
  });
  return { resolution: failed ? { ...resolution, broken: true } : resolution, renderings };
}

/** Versions of a translated field in which the same field of the source language has the same error. */
function createSharedFinder(
  fields: readonly Field[],
  renderings: readonly Rendering[],
  isReplaceable: (text: ResolvedText) => boolean,
): (field: Field, problem: Problem) => VersionSet {
  const sources = new Map<string, VersionSet>();
  const nameError = ({ resolution, name }: Field, { code }: Problem) =>
    `${resolution.article.path} ${name} ${code}`;
  for (const [at, field] of fields.entries()) {
    for (const problem of isReplaceable(field.resolved) ? [] : (renderings[at]?.problems ?? [])) {
      const key = nameError(field, problem);
      sources.set(key, (sources.get(key) ?? EMPTY_SET) | field.resolution.versions);
    }
  }
  return (field, problem) => {
    const shared = sources.get(nameError(field, problem)) ?? EMPTY_SET;
    return field.resolution.versions & shared;
  };
}

function soften(problem: Problem): Problem {
  return problem.severity === 'error' ? softenFault(problem, 'markdown/translation-fallback') : problem;
}

function placeProblem(
  problem: Problem,
  { resolution, resolved }: Field,
  concerned: VersionSet,
  versions: readonly Version[],
): readonly Diagnostic[] {
  if (concerned === EMPTY_SET) return [];
  const { offset, end: last, ...rest } = problem;
  const end = last === undefined ? undefined : locateEnd(resolved, offset, last);
  return [
    {
      ...rest,
      ...locate(resolved, offset),
      ...(end && { end }),
      versions: formatVersions(concerned, versions),
      languages: [resolution.language],
    },
  ];
}
