import { type Diagnostic, findNearest, type Place, type Source } from '../diagnostics/index.ts';
import { type Article, type Corpus, isUnread } from '../load/index.ts';
import { createSet, formatVersions, listMembers, type Version, type VersionSet } from '../versions/index.ts';
import {
  type AddressScope,
  createAddressFinder,
  cutAddress,
  findFolder,
  isOutside,
} from './address-finder.ts';
import type { ResolveWording } from './build-navigation.ts';
import { readList, readMap } from './plain-values.ts';

export interface JudgeScope extends AddressScope {
  readonly corpus: Pick<Corpus, 'articles' | 'data' | 'failed'>;
}

export interface AddressJudgeScope extends JudgeScope {
  readonly built: VersionSet;
  readonly resolveWording: ResolveWording;
}

/**
 * Reports addresses in frontmatter that lead to no page of any version. One that only some versions lack is left out
 * there in silence.
 */
export function judgeAddresses(scope: AddressJudgeScope): readonly Diagnostic[] {
  const { corpus, versions } = scope;
  const judges = { link: createJudges(scope, true), page: createJudges(scope, false) };
  return [...corpus.articles.values()].flatMap((article) => {
    const [version] = listMembers(article.versions, versions);
    return version === undefined
      ? []
      : listAddresses(article).flatMap((named) => {
          const { address, isNearby = false, mayLeave = false } = named;
          const judge = mayLeave ? judges.link : judges.page;
          const folder = isNearby ? findFolder(article) : '';
          if (address.includes('{')) {
            const source = { text: address, place: findPlace(named, article), verbatim: false };
            const tell = (written: string, at: Version): Diagnostic =>
              describeUnknown({ ...named, address: written }, article, [at], scope);
            return judge.judgeConditional(source, article, article.versions, folder, tell);
          }
          return judge.isUnknown(address, version, folder)
            ? describeUnknown(named, article, listMembers(article.versions, versions), scope)
            : [];
        });
  });
}

function createJudges(scope: AddressJudgeScope, mayLeave: boolean) {
  const isUnknown = createAddressJudge(scope, mayLeave);
  return { isUnknown, judgeConditional: createConditionalJudge(scope, isUnknown) };
}

/** Judges an address that holds Liquid: what each built version makes of it, and the faults of its tags. */
export type JudgeConditional = (
  source: Source,
  around: Article,
  has: VersionSet,
  folder: string,
  tell: (address: string, version: Version) => Diagnostic,
) => readonly Diagnostic[];

export function createConditionalJudge(
  { config, versions, built, resolveWording }: AddressJudgeScope,
  isUnknown: ReturnType<typeof createAddressJudge>,
): JudgeConditional {
  const language = config.languages[0]?.code ?? '';
  return (source, around, has, folder, tell) =>
    listMembers(has & built, versions).flatMap((version) => {
      const wording = { translated: undefined, source };
      const { value, diagnostics } = resolveWording(wording, around, language, version);
      return isUnknown(value, version, folder) ? [...diagnostics, tell(value, version)] : diagnostics;
    });
}

/**
 * Whether an address is nothing that a reader could be sent to. Nothing is said of one that holds Liquid, nor of articles that could
 * not be read. Lists of pages show the
 * titles of their entries, so nothing in them may leave the site.
 */
export function createAddressJudge(
  scope: AddressScope,
  mayLeave: boolean,
): (address: string, version: Version, folder?: string) => boolean {
  const findAddress = createAddressFinder(scope);
  return (address, version, folder) =>
    !/^\s*(?:[?#]|$)/.test(address) &&
    !(mayLeave && isOutside(address.trim())) &&
    !address.includes('{') &&
    !leadsToFailed(address, folder) &&
    findAddress(address, version, folder) === undefined;

  function leadsToFailed(address: string, folder = ''): boolean {
    const path = cutAddress(address).replace(/^\/+|(?<!\/)\/+$/g, '');
    return [path, `${folder}/${path}`].some((each) => isUnread(each, scope.corpus));
  }
}

interface NamedAddress {
  /** Where it stands in frontmatter: `featuredLinks.popular.0`. */
  readonly path: string;
  readonly address: string;
  /** Whether it goes from the folder of its page first. */
  readonly isNearby?: boolean;
  /** Whether it may lead out of the site: of a link that has words of its own. */
  readonly mayLeave?: boolean;
}

function listAddresses({ frontmatter }: Article): readonly NamedAddress[] {
  const { featuredLinks, spotlight, carousels, sidebarLink, journeyTracks, changelog } = frontmatter;
  const nearby = [
    ...readList(spotlight).flatMap((each, at) =>
      collectTexts(readMap(each).article, `spotlight.${at}.article`),
    ),
    ...collectTexts(carousels, 'carousels'),
    ...collectTexts(frontmatter.recommended, 'recommended'),
  ];
  const links = [
    ...collectTexts(frontmatter.introLinks, 'introLinks'),
    ...readList(readMap(featuredLinks).videos).flatMap((each, at) =>
      collectTexts(readMap(each).href, `featuredLinks.videos.${at}.href`),
    ),
    ...readList(changelog).flatMap((each, at) => collectTexts(readMap(each).href, `changelog.${at}.href`)),
    ...collectTexts(frontmatter.product_video, 'product_video'),
    ...collectTexts(readMap(sidebarLink).href, 'sidebarLink.href'),
  ];
  return [
    ...links.map((named) => ({ ...named, mayLeave: true })),
    ...FEATURED.flatMap((key) => collectTexts(readMap(featuredLinks)[key], `featuredLinks.${key}`)),
    ...collectTexts(frontmatter.includeGuides, 'includeGuides'),
    ...nearby.map((named) => ({ ...named, isNearby: true })),
    ...readList(journeyTracks).flatMap((track, at) => {
      const path = `journeyTracks.${at}.guides`;
      return readList(readMap(track).guides).flatMap((guide, index) =>
        typeof guide === 'string'
          ? collectTexts(guide, `${path}.${index}`)
          : collectTexts(readMap(guide).href, `${path}.${index}.href`),
      );
    }),
  ];
}

/** The text itself, those of a list, or those of a mapping, however deep. */
function collectTexts(value: unknown, path: string): readonly NamedAddress[] {
  if (typeof value === 'string') return [{ path, address: value }];
  const children: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(readMap(value));
  return children.flatMap(([key, child]) => collectTexts(child, `${path}.${key}`));
}

/** The lists of `featuredLinks` that hold addresses; its other keys hold headings and videos. */
const FEATURED = ['gettingStarted', 'startHere', 'guides', 'guideCards', 'popular'];

function describeUnknown(
  { path, address, isNearby = false }: NamedAddress,
  article: Article,
  shown: readonly Version[],
  { corpus, versions }: JudgeScope,
): Diagnostic {
  const [key = ''] = path.split('.');
  const place = findPlace({ path }, article);
  const where = { place, versions: formatVersions(createSet(shown), versions) };
  return describeAddress(`'${key}'`, address, corpus, where, isNearby ? findFolder(article) : '');
}

function findPlace({ path }: Pick<NamedAddress, 'path'>, { file, keyPlaces }: Article): Place {
  const [key = ''] = path.split('.');
  return keyPlaces.get(path) ?? keyPlaces.get(key) ?? { file, line: 1, column: 1 };
}

/** Why an address of frontmatter or data is reported. */
export function describeAddress(
  subject: string,
  address: string,
  { articles }: Pick<Corpus, 'articles'>,
  where: Pick<Diagnostic, 'place' | 'versions'>,
  folder = '',
): Diagnostic {
  const path = address.replace(/^\//, '');
  const nearest =
    (folder === '' ? undefined : findNearest(`${folder}/${path}`, articles.keys())) ??
    findNearest(path, articles.keys());
  return {
    code: 'navigation/unknown-address',
    severity: 'warning',
    message: `${subject} names '${address}', which is not a page.`,
    hint:
      nearest === undefined || `/${nearest}` === address.trim()
        ? 'Name a page of the site, or remove it.'
        : `Did you mean '/${nearest}'?`,
    via: [],
    languages: [],
    ...where,
  };
}
