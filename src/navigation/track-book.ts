import type { PageHead } from '../links/index.ts';
import type { NoteName } from '../load/index.ts';
import { hasVersion, type Version } from '../versions/index.ts';
import type { ResolveWording } from './build-navigation.ts';
import { collectTracks, type TrackScope, type TrackSource, type TrackText } from './collect-tracks.ts';
import type { FindPage } from './page-lookup.ts';
import { readTexts } from './plain-values.ts';
import type { GuideNote, Track, TrackStep } from './types.ts';

/** The tracks of each language and version, worked out when they are first asked for. */
export interface TrackBook {
  /** Tracks that a page presents: those its `learningTracks` names, and its own journeys. */
  listTracks(page: PageHead): readonly Track[];
  /** Tracks that a page is a guide of. */
  listSteps(page: PageHead): readonly TrackStep[];
}

/** `findLinked` is the page of an address in the version of a page, `findPage` that of a path. */
export function createTrackBook(
  scope: TrackScope,
  findPage: FindPage,
  findLinked: (address: string, language: string, version: Version) => PageHead | undefined,
  formatText: (text: string, page: PageHead) => string,
  resolveWording: ResolveWording,
): TrackBook {
  const sources = new Map<string, readonly TrackSource[]>();
  const chapters = new Map<string, Chapter>();
  const articles = [...scope.corpus.articles.values()];
  const presenting = articles.filter(({ frontmatter }) => readTexts(frontmatter.learningTracks).length > 0);
  return {
    listTracks: (page) => {
      const wanted = listNamed(page);
      const { tracks } = openChapter(page);
      const [product] = page.article.path.split('/');
      const named = wanted.flatMap(
        (id) => tracks.find((track) => !track.isJourney && track.id === id && track.owner === product) ?? [],
      );
      return [...named, ...tracks.filter(({ isJourney, owner }) => isJourney && owner === page.article.path)];
    },
    listSteps: (page) => openChapter(page).steps.get(page.href) ?? [],
  };

  /** The entries of `learningTracks`; conditions leave nothing of some. */
  function listNamed(page: PageHead): readonly string[] {
    return readTexts(page.article.frontmatter.learningTracks).map((id) => formatText(id, page).trim());
  }

  function openChapter({ language, version }: PageHead): Chapter {
    const key = `${language} ${version.index}`;
    const chapter = chapters.get(key) ?? writeChapter(language, version);
    chapters.set(key, chapter);
    return chapter;
  }

  function writeChapter(language: string, version: Version): Chapter {
    const known = sources.get(language) ?? collectTracks(scope, language);
    sources.set(language, known);
    const presenters = listPresenters(language, version);
    const tracks = known
      .filter((source) => hasVersion(source.versions, version))
      .flatMap((source) => createTrack(source, language, version, presenters) ?? []);
    return { tracks, steps: groupSteps(tracks) };
  }

  /** Which page shows a track of a product: the first whose `learningTracks` names it. */
  function listPresenters(language: string, version: Version): ReadonlyMap<string, PageHead> {
    const presenters = new Map<string, PageHead>();
    for (const { path } of presenting) {
      const page = findPage(language, version, path);
      const [product] = path.split('/');
      for (const id of page === undefined ? [] : listNamed(page)) {
        const key = `${product} ${id}`;
        if (page !== undefined && !presenters.has(key)) presenters.set(key, page);
      }
    }
    return presenters;
  }

  /** Whether a condition in `learningTracks` presents the track to readers of some versions only. */
  function isForOthers(id: string, owner: string): boolean {
    return presenting.some(
      ({ path, frontmatter }) =>
        path.split('/', 1)[0] === owner &&
        readTexts(frontmatter.learningTracks).some((text) => text.includes('{') && text.includes(id)),
    );
  }

  /** Guides that the version lacks are left out; without any there is no track. */
  function createTrack(
    source: TrackSource,
    language: string,
    version: Version,
    presenters: ReadonlyMap<string, PageHead>,
  ): Track | undefined {
    const { id, owner, isJourney } = source;
    const presenter = isJourney ? undefined : presenters.get(`${owner} ${id}`);
    if (!isJourney && presenter === undefined && isForOthers(id, owner)) return undefined;
    const home = presenter ?? findPage(language, version, owner);
    const around = home ?? findPage(language, version, '');
    const format = (text: string) => (around === undefined ? text : formatText(text, around));
    const say = (text: TrackText): string => {
      if ('path' in text) return home?.labels[text.path] ?? text.written;
      if (around === undefined) return text.source?.text ?? '';
      return resolveWording(text, around.article, language, version).value;
    };
    const guides = source.guides.flatMap(({ address, note }) => {
      const page = findLinked(format(address), language, version);
      return page === undefined ? [] : { page, note: note && findNote(home, note) };
    });
    if (guides.length === 0) return undefined;
    return {
      id,
      owner,
      isJourney,
      home,
      guides,
      title: say(source.title),
      description: say(source.description),
      timeCommitment: say(source.timeCommitment),
      isFeatured: format(source.featured) === 'true',
    };
  }
}

interface Chapter {
  readonly tracks: readonly Track[];
  /** By the address of the guide. */
  readonly steps: ReadonlyMap<string, readonly TrackStep[]>;
}

function findNote(home: PageHead | undefined, name: NoteName): GuideNote | undefined {
  const html = home?.notes?.[name];
  return html === undefined ? undefined : { html, isFallback: home?.fallbacks.includes(name) ?? false };
}

function groupSteps(tracks: readonly Track[]): ReadonlyMap<string, readonly TrackStep[]> {
  const steps = new Map<string, TrackStep[]>();
  for (const [place, track] of tracks.entries()) {
    const following = findFollowing(track, tracks[place + 1]);
    for (const [at, { page }] of track.guides.entries()) {
      const next = track.guides[at + 1];
      const nextTrack = next === undefined && following?.guides[0]?.page !== page ? following : undefined;
      const step = { track, position: at + 1, previous: track.guides[at - 1], next, nextTrack };
      steps.set(page.href, [...(steps.get(page.href) ?? []), step]);
    }
  }
  return steps;
}

/** Tracks of a journey follow each other; other tracks stand alone. */
function findFollowing({ isJourney, owner }: Track, following: Track | undefined): Track | undefined {
  return isJourney && following?.isJourney && following.owner === owner ? following : undefined;
}
