import { type Diagnostic, findNearest } from '../diagnostics/index.ts';
import type { Article, Corpus } from '../load/index.ts';
import { formatVersions, listMembers, type Version } from '../versions/index.ts';
import { type AddressScope, createAddressFinder, isOutside } from './address-finder.ts';
import { readList, readMap, readText, readTexts } from './plain-values.ts';

export interface JudgeScope extends AddressScope {
  readonly corpus: Pick<Corpus, 'articles' | 'data'>;
}

/**
 * Reports addresses in frontmatter and learning tracks that lead to no page of any version. One that only some
 * versions lack is left out there in silence.
 */
export function judgeAddresses(scope: JudgeScope): readonly Diagnostic[] {
  const findAddress = createAddressFinder(scope);
  const { corpus, versions } = scope;
  const isUnknown = (address: string, version: Version) =>
    !isOutside(address) && !address.includes('{') && findAddress(address, version) === undefined;
  const ofArticles = [...corpus.articles.values()].flatMap((article) => {
    const [version] = listMembers(article.versions, versions);
    return version === undefined
      ? []
      : listAddresses(article)
          .filter(({ address }) => isUnknown(address, version))
          .map((named) => describeUnknown(named, article, scope));
  });
  return [...ofArticles, ...judgeTracks(scope, isUnknown)];
}

/** Guides of `data/learning-tracks`, each at its own place. */
function judgeTracks(
  { config, corpus, versions }: JudgeScope,
  isUnknown: (address: string, version: Version) => boolean,
): readonly Diagnostic[] {
  const [version] = versions;
  const language = config.languages[0]?.code;
  if (version === undefined || language === undefined) return [];
  return Object.entries(readMap(corpus.data.tree(language)['learning-tracks'])).flatMap(([product, tracks]) =>
    Object.entries(readMap(tracks)).flatMap(([id, track]) =>
      readTexts(readMap(track).guides).flatMap((address, at) => {
        if (!isUnknown(address, version)) return [];
        const reference = `learning-tracks.${product}.${id}.guides.${at}`;
        const place = corpus.data.find(reference, language)?.source.place;
        const file = `data/learning-tracks/${product}.yml`;
        return createDiagnostic(`The track '${id}'`, address, corpus, {
          place: place ?? { file, line: 1, column: 1 },
          versions: [],
        });
      }),
    ),
  );
}

interface NamedAddress {
  readonly key: string;
  readonly address: string;
}

function listAddresses({ frontmatter }: Article): readonly NamedAddress[] {
  const {
    featuredLinks,
    introLinks,
    includeGuides,
    spotlight,
    carousels,
    recommended,
    sidebarLink,
    journeyTracks,
  } = frontmatter;
  const named: Readonly<Record<string, readonly string[]>> = {
    introLinks: Object.values(readMap(introLinks)).flatMap(readTexts),
    featuredLinks: FEATURED.flatMap((key) => readTexts(readMap(featuredLinks)[key])),
    includeGuides: readTexts(includeGuides),
    spotlight: readList(spotlight).map((each) => readText(readMap(each).article)),
    carousels: Object.values(readMap(carousels)).flatMap(readTexts),
    recommended: readTexts(recommended),
    sidebarLink: [readText(readMap(sidebarLink).href)],
    journeyTracks: readList(journeyTracks).flatMap((track) =>
      readList(readMap(track).guides).map((guide) => readText(guide) || readText(readMap(guide).href)),
    ),
  };
  return Object.entries(named).flatMap(([key, addresses]) =>
    addresses.filter((address) => address !== '').map((address) => ({ key, address })),
  );
}

/** The lists of `featuredLinks` that hold addresses; its other keys hold headings and videos. */
const FEATURED = ['gettingStarted', 'startHere', 'guides', 'guideCards', 'popular'];

function describeUnknown(
  { key, address }: NamedAddress,
  { file, keyPlaces, versions: has }: Article,
  { corpus, versions }: JudgeScope,
): Diagnostic {
  const place = keyPlaces.get(key) ?? { file, line: 1, column: 1 };
  return createDiagnostic(`'${key}'`, address, corpus, { place, versions: formatVersions(has, versions) });
}

function createDiagnostic(
  subject: string,
  address: string,
  { articles }: Pick<Corpus, 'articles'>,
  where: Pick<Diagnostic, 'place' | 'versions'>,
): Diagnostic {
  const nearest = findNearest(address.replace(/^\//, ''), articles.keys());
  return {
    code: 'navigation/unknown-address',
    severity: 'warning',
    message: `${subject} names '${address}', which is no page.`,
    hint: nearest === undefined ? 'Name a page of the site, or take it out.' : `Did you mean '/${nearest}'?`,
    via: [],
    languages: [],
    ...where,
  };
}
