import type { Article, Corpus } from '../load/index.ts';
import { parseVersionMap, type Version, type VersionSet } from '../versions/index.ts';
import { readList, readMap, readText, readTexts } from './plain-values.ts';

/** A learning track as data and frontmatter tell it, in one language: guides are addresses. */
export interface TrackSource {
  readonly id: string;
  /** The product whose data names it, or the index page whose journey it is. */
  readonly owner: string;
  readonly title: string;
  readonly description: string;
  readonly guides: readonly GuideSource[];
  /** `true` once its Liquid is resolved. */
  readonly featured: string;
  readonly isJourney: boolean;
  readonly versions: VersionSet;
}

export interface GuideSource {
  readonly address: string;
  /** What to say instead of the title of the next guide. */
  readonly note: string | undefined;
}

/** What tracks are read from. */
export interface TrackScope {
  readonly corpus: Pick<Corpus, 'articles' | 'features' | 'data'>;
  readonly versions: readonly Version[];
}

/** Tracks of `data/learning-tracks/PRODUCT.yml` by product, then journeys by the order of their pages. */
export function collectTracks(scope: TrackScope, language: string): readonly TrackSource[] {
  const { corpus } = scope;
  const products = readMap(corpus.data.tree(language)['learning-tracks']);
  const tracks = Object.entries(products).flatMap(([product, tracks]) =>
    Object.entries(readMap(tracks)).map(([id, track]) => readTrack(id, product, readMap(track), scope)),
  );
  return [...tracks, ...[...corpus.articles.values()].flatMap(listJourneys)];
}

function readTrack(
  id: string,
  owner: string,
  track: Readonly<Record<string, unknown>>,
  { corpus, versions }: TrackScope,
): TrackSource {
  return {
    id,
    owner,
    title: readText(track.title),
    description: readText(track.description),
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
    return {
      id: readText(journey.id) || `journey-${at + 1}`,
      owner: path,
      title: readText(journey.title),
      description: readText(journey.description),
      guides: readList(journey.guides).map(readGuide),
      featured: '',
      isJourney: true,
      versions,
    };
  });
}

function readGuide(value: unknown): GuideSource {
  if (typeof value === 'string') return { address: value, note: undefined };
  const { href, alternativeNextStep } = readMap(value);
  return { address: readText(href), note: readText(alternativeNextStep) || undefined };
}
