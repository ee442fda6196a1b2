import type { SiteConfig } from '../config/types.ts';
import type { Article, Corpus, NoteName } from '../load/index.ts';
import type { Translatable } from '../resolve/index.ts';
import { parseVersionMap, type Version, type VersionSet } from '../versions/index.ts';
import { readList, readMap, readText, readTexts } from './plain-values.ts';

/** A learning track as data and frontmatter tell it, in one language: guides are addresses. */
export interface TrackSource {
  readonly id: string;
  /** The product whose data names it, or the index page whose journey it is. */
  readonly owner: string;
  readonly title: TrackText;
  readonly description: TrackText;
  readonly timeCommitment: TrackText;
  readonly guides: readonly GuideSource[];
  /** `true` once its Liquid is resolved. */
  readonly featured: string;
  readonly isJourney: boolean;
  readonly versions: VersionSet;
}

/** Of data: the text in both languages. Of a journey: where it stands in the frontmatter of its page, and as it is there. */
export type TrackText = Translatable | { readonly path: string; readonly written: string };

export interface GuideSource {
  readonly address: string;
  /** Which note of the page of the journey speaks of the step after it. */
  readonly note: NoteName | undefined;
}

/** What tracks are read from. */
export interface TrackScope {
  readonly config: Pick<SiteConfig, 'languages'>;
  readonly corpus: Pick<Corpus, 'articles' | 'features' | 'data'>;
  readonly versions: readonly Version[];
}

/**
 * Tracks of `data/learning-tracks/PRODUCT.yml` by product, then journeys by the order of their pages. Which there are,
 * and what is in them, the source language says.
 */
export function collectTracks(scope: TrackScope, language: string): readonly TrackSource[] {
  return [
    ...collectDataTracks(scope, language),
    ...[...scope.corpus.articles.values()].flatMap(listJourneys),
  ];
}

export function collectDataTracks(scope: TrackScope, language: string): readonly TrackSource[] {
  const { config, corpus } = scope;
  const products = readMap(corpus.data.tree(config.languages[0]?.code ?? language)['learning-tracks']);
  return Object.entries(products).flatMap(([product, tracks]) =>
    Object.entries(readMap(tracks)).map(([id, track]) =>
      readTrack(id, product, readMap(track), scope, language),
    ),
  );
}

function readTrack(
  id: string,
  owner: string,
  track: Readonly<Record<string, unknown>>,
  { config, corpus, versions }: TrackScope,
  language: string,
): TrackSource {
  const source = config.languages[0]?.code ?? language;
  const findText = (key: string): Translatable => {
    const reference = `learning-tracks.${owner}.${id}.${key}`;
    const found = corpus.data.find(reference, language);
    const isTranslated = found?.language === language && language !== source;
    return {
      translated: isTranslated ? found.source : undefined,
      source: corpus.data.find(reference, source)?.source,
    };
  };
  return {
    id,
    owner,
    title: findText('title'),
    description: findText('description'),
    timeCommitment: findText('timeCommitment'),
    guides: readTexts(track.guides).map((address) => ({ address, note: undefined })),
    featured: String(track.featured_track ?? ''),
    isJourney: false,
    versions: readVersions(track.versions, versions, corpus.features),
  };
}

/** A track without `versions` is for all of them. */
function readVersions(
  value: unknown,
  versions: readonly Version[],
  features: ReadonlyMap<string, VersionSet>,
): VersionSet {
  const map = Object.fromEntries(
    Object.entries(readMap(value)).map(([plan, range]) => [
      plan,
      typeof range === 'number' ? String(range) : readText(range),
    ]),
  );
  return Object.keys(map).length === 0 ? ~0n : parseVersionMap(map, versions, features).versions;
}

function listJourneys({ path, frontmatter, versions }: Article): readonly TrackSource[] {
  return readList(frontmatter.journeyTracks).map((each, at) => {
    const journey = readMap(each);
    const id = readText(journey.id);
    const name = `journeyTracks.${/^[\w-]+$/.test(id) ? id : at}` as const;
    const quote = (key: string, value: unknown): TrackText => ({
      path: `${name}.${key}`,
      written: readText(value),
    });
    return {
      id: id || `journey-${at + 1}`,
      owner: path,
      title: quote('title', journey.title),
      description: quote('description', journey.description),
      timeCommitment: quote('timeCommitment', journey.timeCommitment),
      guides: readList(journey.guides).map((guide, index) => readGuide(guide, `${name}.guides.${index}`)),
      featured: '',
      isJourney: true,
      versions,
    };
  });
}

function readGuide(value: unknown, path: `journeyTracks.${string}`): GuideSource {
  if (typeof value === 'string') return { address: value, note: undefined };
  return { address: readText(readMap(value).href), note: `${path}.alternativeNextStep` };
}
