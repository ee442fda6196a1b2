import type { Source } from '../diagnostics/index.ts';
import { type Article, assembleCorpus, type Corpus, isContent } from '../load/index.ts';
import {
  addComingVersions,
  createResolver,
  createTracer,
  followArticles,
  type TracedSource,
} from '../resolve/index.ts';
import { createNames, createSet, type Names, type Version, type VersionSet } from '../versions/index.ts';
import type { FollowedSite, Workspace } from '../workspace/index.ts';
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
  source: SiteSource & Partial<Pick<Workspace, 'followed'>>,
  others: Iterable<Source> = [],
): Promise<TracedSite> {
  const { config, versions: known, files } = source;
  const followed = await source.followed?.();
  const { corpus, versions, traced, runaways } = followed ?? (await followAll(source, others));
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
async function followAll(
  { config, versions: known, files }: SiteSource,
  others: Iterable<Source>,
): Promise<FollowedSite> {
  const versions = addComingVersions(known, config.plans);
  const corpus = assembleCorpus(files, config, versions).value;
  const tracer = createTracer({ config, corpus, versions });
  const resolver = createResolver({ config, corpus, versions, tracer });
  const found = await followArticles({ resolver, tracer, corpus }, config, others);
  return { versions, corpus, ...found };
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
