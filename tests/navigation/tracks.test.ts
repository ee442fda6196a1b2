import { expect, test } from 'vitest';
import { linkPages, type OldAddresses, type Page } from '../../src/links/index.ts';
import {
  buildNavigation,
  judgeAddresses,
  judgeTracks,
  type NavigationInput,
  type Track,
} from '../../src/navigation/index.ts';
import type { Version } from '../../src/versions/index.ts';
import {
  type ArticleSketch,
  config,
  link,
  makeCorpus,
  makeRendered,
  makeRendering,
  noRedirects,
  pick,
  versions,
} from '../links/make-site.ts';

const journeyTracks = [
  {
    id: 'walk',
    title: 'Walk',
    guides: [{ href: '/tea/green', alternativeNextStep: 'Rest.' }, { href: '/tea/old' }],
  },
];
const sketches: readonly ArticleSketch[] = [
  { path: '', children: ['tea'] },
  {
    path: 'tea',
    children: ['tea/guides', 'tea/green', 'tea/black', 'tea/white'],
    frontmatter: { journeyTracks },
  },
  { path: 'tea/guides', frontmatter: { learningTracks: ['late', 'first', 'none'] } },
  { path: 'tea/green' },
  { path: 'tea/black', versions: 'sv ma' },
  { path: 'tea/white' },
];
const tracks = {
  first: {
    title: 'First',
    description: 'Cup.',
    featured_track: '{{ yes }}',
    guides: ['/tea/green', '/tea/black', '/tea/white'],
  },
  late: { title: 'Late in {{ here }}', guides: ['/tea/white'], versions: { sv: '>=2.1' } },
  void: { title: 'Void', guides: ['/tea/nowhere'] },
};
const translated = { ...tracks, first: { ...tracks.first, title: '最初' } };

const NOTE = 'journeyTracks.walk.guides.0.alternativeNextStep';
const note = makeRendering(['<p>Or see <a href="', link('/tea/white'), '">white</a>.</p>']);

type ResolveWording = NavigationInput['resolveWording'];

/** Stands in for Liquid. */
const resolveText = (text: string, _: object, language: string, version: Version) =>
  text
    .replaceAll('{{ none }}', '')
    .replace('{{ here }}', `${language} ${version.name}`)
    .replace('{{ first in servers }}', version.name.startsWith('sv') ? 'first' : '')
    .replace('{{ yes }}', 'true');

const resolveWording: ResolveWording = ({ translated, source }, article, language, version) => ({
  value: resolveText((translated ?? source)?.text ?? '', article, language, version),
  diagnostics: [],
});

function build(from = sketches, redirects: OldAddresses = noRedirects) {
  const made = makeCorpus(from);
  const place = { file: 'data/learning-tracks/tea.yml', line: 9, column: 7 };
  const data = {
    ...made.data,
    find: (reference: string, wanted: string) => {
      if (reference === 'learning-tracks.tea.void.guides.0')
        return { source: { text: '/tea/nowhere', place, verbatim: true }, language: 'en' };
      const [, , id = '', key = ''] = reference.split('.');
      const [language, from] =
        wanted === 'ja' && id === 'first' && key === 'title' ? ['ja', translated] : ['en', tracks];
      const text = (from as Record<string, Record<string, unknown>>)[id]?.[key];
      return typeof text === 'string' ? { source: { text, place, verbatim: true }, language } : undefined;
    },
    tree: (language: string) => ({ 'learning-tracks': { tea: language === 'ja' ? translated : tracks } }),
  };
  const corpus = { ...made, data };
  const scope = { config, corpus, versions, built: pick('cl sv'), languages: ['en', 'ja'], redirects };
  const rendered = ['en', 'ja'].flatMap((language) =>
    [...corpus.articles.values()].map((article) =>
      makeRendered({ article, language, ...(article.path === 'tea' && { fields: { [NOTE]: note } }) }),
    ),
  );
  const pages = linkPages({ ...scope, rendered, brokenLinks: 'warning' }).value;
  const find = (path: string, version = 'cl', language = 'en'): Page => {
    const page = pages.find(
      (each) => each.article.path === path && each.version.name === version && each.language === language,
    );
    if (page === undefined) throw new Error(`There is no page ${path} in ${version}.`);
    return page;
  };
  return {
    navigation: buildNavigation({ ...scope, pages, resolveText, resolveWording }),
    find,
    diagnostics: [
      ...judgeAddresses({ ...scope, resolveWording }),
      ...judgeTracks({ ...scope, resolveWording }),
    ],
  };
}

const outline = ({ title, guides }: Track) => [title, ...guides.map(({ page }) => page.article.path)];

test('a page presents the tracks it names, in its order, without what its version lacks', () => {
  const { navigation, find } = build();
  const list = (version: string, language = 'en') =>
    navigation.listTracks(find('tea/guides', version, language)).map(outline);
  expect(list('cl')).toEqual([['First', 'tea/green', 'tea/white']]);
  expect(list('sv-2.0', 'ja')).toEqual([['最初', 'tea/green', 'tea/black', 'tea/white']]);
  expect(list('sv-2.1')).toEqual([
    ['Late in en sv-2.1', 'tea/white'],
    ['First', 'tea/green', 'tea/black', 'tea/white'],
  ]);
});

test('an article knows its place in each track that it is a guide of', () => {
  const { navigation, find } = build();
  const steps = navigation
    .listSteps(find('tea/white', 'sv-2.1'))
    .map(({ track, position, previous, next }) => ({
      track: track.title,
      home: track.home?.article.path,
      position,
      previous: previous?.page.article.path,
      next: next?.page.article.path,
    }));
  expect(steps).toEqual([
    { track: 'First', home: 'tea/guides', position: 3, previous: 'tea/black', next: undefined },
    { track: 'Late in en sv-2.1', home: 'tea/guides', position: 1, previous: undefined, next: undefined },
  ]);
  expect(navigation.listSteps(find('tea/guides'))).toEqual([]);
});

test('a journey is presented by its page, and its guides may stand under old addresses', () => {
  const made = makeCorpus(sketches).articles.get('tea/white');
  const redirects: OldAddresses = {
    find: (version, path) =>
      path === 'tea/old' && made !== undefined && version !== undefined
        ? { article: made, version }
        : undefined,
  };
  const { navigation, find } = build(sketches, redirects);
  expect(navigation.listTracks(find('tea')).map(outline)).toEqual([['Walk', 'tea/green', 'tea/white']]);
  const [, step] = navigation.listSteps(find('tea/green'));
  expect(step).toMatchObject({ position: 1, track: { home: { article: { path: 'tea' } }, isJourney: true } });
  expect(step?.track.guides.map(({ note }) => note)).toEqual([
    { html: '<p>Or see <a href="/k/en/tea/white/">white</a>.</p>', isFallback: false },
    undefined,
  ]);
});

test('tracks of a journey follow each other, where the version has any of their guides', () => {
  const guides = [{ href: '/tea/green' }, { href: '/tea/white' }];
  const journey = [
    { id: 'walk', title: 'Walk', timeCommitment: 'An hour in {{ here }}', guides },
    { id: 'rest', title: 'Rest', guides: [{ href: '/tea/black' }] },
    { id: 'back', title: 'Back', guides: [{ href: '/tea/guides' }] },
  ];
  const { navigation, find } = build(
    sketches.map((sketch) => {
      return sketch.path === 'tea' ? { ...sketch, frontmatter: { journeyTracks: journey } } : sketch;
    }),
  );
  const list = (path: string, version: string) =>
    navigation
      .listSteps(find(path, version))
      .filter(({ track }) => track.isJourney)
      .map(({ track, nextTrack }) => [track.id, nextTrack?.id, nextTrack?.guides[0]?.page.href]);
  expect(list('tea/green', 'cl')).toEqual([['walk', undefined, undefined]]);
  expect(list('tea/white', 'cl')).toEqual([['walk', 'back', '/k/en/tea/guides/']]);
  expect(list('tea/white', 'sv-2.0')).toEqual([['walk', 'rest', '/k/en/server@2.0/tea/black/']]);
  expect(list('tea/guides', 'cl')).toEqual([['back', undefined, undefined]]);
  const [walk] = navigation.listTracks(find('tea', 'cl'));
  expect(walk?.timeCommitment).toBe('An hour in {{ here }}');
});

test('words of a track are Liquid', () => {
  const { navigation, find } = build();
  const featured = navigation
    .listTracks(find('tea/guides', 'sv-2.1'))
    .map(({ title, isFeatured }) => [title, isFeatured]);
  expect(featured).toEqual([
    ['Late in en sv-2.1', false],
    ['First', true],
  ]);
});

test('an address of frontmatter means a page in the language and version of the page that names it', () => {
  const { navigation, find } = build();
  expect(navigation.findLinked('/tea/black?x#y', find('tea', 'sv-2.0', 'ja'))?.href).toBe(
    '/k/ja/server@2.0/tea/black/',
  );
  expect(navigation.findLinked('/tea/black', find('tea', 'cl'))).toBeUndefined();
  expect(navigation.findLinked('/tea/nowhere', find('tea', 'cl'))).toBeUndefined();
});

test('nothing is meant where a condition leaves nothing of an address', () => {
  const { navigation, find } = build();
  const page = find('tea', 'sv-2.0');
  for (const address of ['', ' ', '{{ none }}', '{{ none }}{{ none }}']) {
    expect(navigation.findLinked(address, page)).toBeUndefined();
    expect(navigation.findNearby(address, page)).toBeUndefined();
    expect(navigation.findHref(address, page)).toBeUndefined();
  }
  expect(navigation.findLinked('/', page)?.article.path).toBe('');
});

test('Liquid of an address is resolved before the address is read', () => {
  const { navigation, find } = build();
  const page = find('tea', 'sv-2.0');
  const shop = 'https://shop.example.com/?a=b';
  expect(navigation.findHref(`{{ none }}${shop}&v={{ here }}`, page)).toBe(`${shop}&v=en sv-2.0`);
  expect(navigation.findHref('{{ none }}/tea/black?a#b{{ none }}', page)).toBe(
    '/k/en/server@2.0/tea/black/?a#b',
  );
  expect(navigation.findHref('#brewing', page)).toBe(`${page.href}#brewing`);
  expect(navigation.findHref('javascript:alert(1)', page)).toBeUndefined();
});

test('an address nearby goes from the folder of its page, then from the root', () => {
  const from = [
    { path: '', children: ['tea', 'green', 'milk', 'late'] },
    { path: 'tea', children: ['tea/green', 'tea/late'] },
    { path: 'tea/green' },
    { path: 'tea/late', versions: 'sv' },
    { path: 'green' },
    { path: 'milk' },
    { path: 'late' },
  ];
  const { navigation, find } = build(from);
  const list = (path: string, ...addresses: readonly string[]) =>
    addresses.map((address) => navigation.findNearby(address, find(path))?.article.path);
  expect(list('tea', '/green', 'green', '/tea/green', '/milk', '/none')).toEqual([
    'tea/green',
    'tea/green',
    'tea/green',
    'milk',
    undefined,
  ]);
  expect(list('tea/green', '/green', '/milk')).toEqual(['tea/green', 'milk']);
  expect(list('', '/green')).toEqual(['green']);
  // It means the same article in every version.
  expect(list('tea', '/late')).toEqual([undefined]);
});

test('the entries of learningTracks are Liquid, and the page that shows a track is one that names it there', () => {
  const from = sketches.map((sketch) =>
    sketch.path === 'tea/guides'
      ? { ...sketch, frontmatter: { learningTracks: ['{{ none }}', '{{ first in servers }}', 'void'] } }
      : sketch,
  );
  const { navigation, find } = build(from);
  expect(navigation.listTracks(find('tea/guides', 'cl')).map(outline)).toEqual([]);
  expect(navigation.listTracks(find('tea/guides', 'sv-2.0')).map(({ id }) => id)).toEqual(['first']);
  const homes = ['cl', 'sv-2.0'].map((version) =>
    navigation
      .listSteps(find('tea/white', version))
      .filter(({ track }) => track.id === 'first')
      .map(({ track }) => track.home?.article.path),
  );
  // Where no page presents it, its guides do not speak of it either.
  expect(homes).toEqual([[], ['tea/guides']]);
});

test('addresses that lead nowhere are reported, those that only a version lacks are not', () => {
  const from = sketches.map((sketch) =>
    sketch.path === 'tea'
      ? {
          path: 'tea',
          children: ['tea/green', 'tea/black', 'tea/white'],
          frontmatter: {
            featuredLinks: { popular: ['/tea/black', '/tea/gren'], popularHeading: 'Loved' },
            introLinks: { shop: 'https://shop.example.com/' },
          },
        }
      : sketch,
  );
  expect(build(from).diagnostics).toEqual([
    {
      code: 'navigation/unknown-address',
      severity: 'warning',
      message: "'featuredLinks' names '/tea/gren', which is not a page.",
      hint: "Did you mean '/tea/green'?",
      place: { file: 'content/tea/index.md', line: 1, column: 1 },
      via: [],
      versions: ['cl', 'sv-2.1', 'sv-2.0', 'ma'],
      languages: [],
    },
    {
      code: 'navigation/unknown-address',
      severity: 'warning',
      message: "The track 'void' names '/tea/nowhere', which is not a page.",
      hint: 'Name a page of the site, or remove it.',
      place: { file: 'data/learning-tracks/tea.yml', line: 9, column: 7 },
      via: [],
      versions: [],
      languages: [],
    },
    expect.objectContaining({ code: 'navigation/unknown-track' }),
  ]);
});

test('only a link with words of its own may lead out of the site: lists show the titles of pages', () => {
  const away = 'https://shop.example.com/';
  const { diagnostics } = build([
    {
      path: '',
      frontmatter: {
        introLinks: { shop: away },
        featuredLinks: {
          popular: [`{% ifversion cl %}${away}{% endif %}`],
          videos: [{ title: 'A', href: away }],
        },
        includeGuides: [away],
      },
      children: ['tea'],
    },
    { path: 'tea' },
  ]);
  const told = diagnostics.filter(({ place: { file } }) => file === 'content/index.md');
  expect(told.map(({ message }) => message)).toContain(
    `'includeGuides' names '${away}', which is not a page.`,
  );
  expect(told.every(({ message }) => /^'(?:featuredLinks|includeGuides)' names/.test(message))).toBe(true);
});

test('an address that holds Liquid is judged as each built version shows it', () => {
  const { diagnostics } = build([
    {
      path: '',
      frontmatter: { introLinks: { a: '{{ none }}', b: '{{ none }}/tea', c: '/{{ here }}' } },
      children: ['tea'],
    },
    { path: 'tea' },
  ]);
  const place = { file: 'content/index.md', line: 1, column: 1 };
  const told = diagnostics.filter(({ place: { file } }) => file === place.file);
  expect(told.map(({ code, message, versions }) => [code, message, versions])).toEqual(
    ['cl', 'sv-2.1', 'sv-2.0'].map((name) => [
      'navigation/unknown-address',
      `'introLinks' names '/en ${name}', which is not a page.`,
      [name],
    ]),
  );
});
