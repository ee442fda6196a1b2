import { setImmediate } from 'node:timers/promises';
import type { Source } from '../diagnostics/index.ts';
import { type Article, assembleCorpus, type Corpus, isContent } from '../load/index.ts';
import { createResolver, createTracer, type TracedSource } from '../resolve/index.ts';
import { createNames, createSet, type Names, type Version, type VersionSet } from '../versions/index.ts';
import { addComingVersions } from './coming-versions.ts';
import { findReferences } from './find-references.ts';
import type { SiteSource } from './types.ts';

/** Every text of a site, and which versions come to what in it. */
export interface TracedSite {
  /** Those of the site, then some that are to come. */
  readonly versions: readonly Version[];
  /** Versions that the site has by now. */
  readonly known: VersionSet;
  readonly names: Names;
  readonly traced: readonly TracedSource[];
  /**
   * Whether more may come to the texts of a file than was traced: by names that Liquid computes, conditions about more than the
   * version, articles that are not published, data and frontmatter that layouts read, and texts with errors.
   */
  isDoubtful(file: string): boolean;
}

/**
 * Resolves all articles in all versions and languages, previews and coming releases included, whatever was asked for, and notes
 * what they come to. Gives way between articles, so that whatever else waits for this process goes on meanwhile.
 *
 * @param others texts that are read too where no article comes to them; no version does then
 */
export async function traceSources(
  { config, versions: known, files }: SiteSource,
  others: Iterable<Source> = [],
): Promise<TracedSite> {
  const versions = addComingVersions(known, config.plans);
  const corpus = assembleCorpus(files, config, versions).value;
  const { traced, runaways } = await traceAll({ config, versions, corpus }, others);
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
  return {
    versions,
    known: createSet(known),
    names: createNames(versions, corpus.features),
    traced,
    isDoubtful: (file) => doubtful.has(file),
  };
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
async function traceAll(
  scope: {
    readonly config: SiteSource['config'];
    readonly versions: readonly Version[];
    readonly corpus: Corpus;
  },
  others: Iterable<Source>,
): Promise<{ readonly traced: readonly TracedSource[]; readonly runaways: readonly Article[] }> {
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
  const come = new Set(tracer.list().map(({ source }) => namePlace(source)));
  for (const source of others) if (!come.has(namePlace(source))) resolver.readSource(source);
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

function namePlace({ place: { file, line, column } }: Source): string {
  return `${file}:${line}:${column}`;
}
