import { findCarouselLabel, findIntroLabel } from '../../site/labels.ts';
import type { ChangeView, ColumnView, GuideView, LandingView, LinkView, SiteView } from '../../site/view.ts';
import type { PageHead } from '../links/index.ts';
import { type Navigation, readList, readMap, readText, readTexts } from '../navigation/index.ts';
import { formatOcticonSign } from '../resolve/index.ts';
import { createArticleGrid } from './create-article-grid.ts';

/** Entries of a column of `featuredLinks`, at most. */
const COLUMN_SIZE = 4;

/** What the frontmatter of a landing page names beside its children; pages that its version lacks are left out. */
export function createLandingView(page: PageHead, site: SiteView, navigation: Navigation): LandingView {
  const named = KEYS.some((key) => page.article.frontmatter[key] !== undefined)
    ? createNamedView(page, site, navigation)
    : NOTHING;
  return {
    ...named,
    articles: createArticleGrid(page, site, navigation),
    tracks: navigation.listTracks(page),
    signs: listSigns(page, navigation),
  };
}

/** All that the view is made of beside lists of articles and tracks. Few pages have any of these. */
const KEYS = [
  'introLinks',
  'featuredLinks',
  'spotlight',
  'recommended',
  'carousels',
  'changelog',
  'product_video',
  'childGroups',
  'includeGuides',
] as const;

/** Signs of the pages below a home page, by path, where their frontmatter names an octicon. */
function listSigns(page: PageHead, navigation: Navigation): LandingView['signs'] {
  if (page.article.layout !== 'home') return NO_SIGNS;
  const children = navigation.findNode(page)?.children ?? [];
  return Object.fromEntries(
    children.flatMap(({ page: { article } }) => {
      const sign = formatOcticonSign(readText(article.frontmatter.octicon));
      return sign === '' ? [] : [[article.path, sign]];
    }),
  );
}

const NO_SIGNS = {};

type NamedView = Omit<LandingView, 'articles' | 'tracks' | 'signs'>;

const NOTHING: NamedView = {
  buttons: [],
  columns: [],
  cards: [],
  carousels: [],
  changes: [],
  videos: undefined,
  video: undefined,
  groups: [],
  guides: [],
};

function createNamedView(page: PageHead, site: SiteView, navigation: Navigation): NamedView {
  const { frontmatter } = page.article;
  const listPages = (value: unknown): readonly PageHead[] =>
    readTexts(value).flatMap((address) => navigation.findLinked(address, page) ?? []);
  const featured = readMap(frontmatter.featuredLinks);
  const { labels } = page;
  const words = site.words(page.language);
  return {
    buttons: listButtons(page, site, navigation),
    columns: COLUMNS.flatMap((key): readonly ColumnView[] => {
      const pages = listPages(featured[key]).slice(0, COLUMN_SIZE);
      const heading = labels[`featuredLinks.${key}Heading`] || words[key];
      return pages.length === 0 ? [] : [{ heading, pages }];
    }),
    cards: listPages(featured.guideCards).slice(0, COLUMN_SIZE),
    carousels: listCarousels(frontmatter).flatMap(([key, value]): readonly ColumnView[] => {
      const pages = readTexts(value).flatMap((address) => navigation.findNearby(address, page) ?? []);
      const heading =
        site.findLabel(page.language, 'carousels', key) ?? findCarouselLabel(key, page.language);
      return pages.length === 0 ? [] : [{ heading, pages }];
    }),
    changes: readList(frontmatter.changelog).flatMap((each) => readChange(each, page, navigation)),
    videos: readVideos(featured.videos, page, navigation, words.videos),
    video: navigation.findHref(readText(frontmatter.product_video), page),
    groups: readList(frontmatter.childGroups).flatMap((each, at) =>
      readGroup(readMap(each), page, navigation, at),
    ),
    guides: listPages(frontmatter.includeGuides).map(createGuideView),
  };
}

const COLUMNS = ['gettingStarted', 'startHere', 'guides', 'popular'] as const;

/** `recommended` is an older form of a carousel of that name; `spotlight` is one whose cards had pictures. */
function listCarousels({
  spotlight,
  recommended,
  carousels,
}: PageHead['article']['frontmatter']): readonly (readonly [string, unknown])[] {
  return Object.entries({
    ...(spotlight !== undefined && { spotlight: readList(spotlight).map((each) => readMap(each).article) }),
    ...(recommended !== undefined && { recommended }),
    ...readMap(carousels),
  });
}

function listButtons(page: PageHead, site: SiteView, navigation: Navigation): readonly LinkView[] {
  return Object.entries(readMap(page.article.frontmatter.introLinks)).flatMap(([key, value]) => {
    const href = navigation.findHref(readText(value), page);
    if (href === undefined) return [];
    const label = site.findLabel(page.language, 'product_landing', key);
    return [{ label: label ?? findIntroLabel(key, page.language), href }];
  });
}

/** Other forms of `changelog` name a feed, of which a static page knows nothing. */
function readChange(value: unknown, page: PageHead, navigation: Navigation): readonly ChangeView[] {
  const { title, date, href } = readMap(value);
  const read = (text: unknown) => navigation.formatText(readText(text), page).trim();
  if (read(title) === '') return [];
  return [{ title: read(title), date: read(date), href: navigation.findHref(readText(href), page) }];
}

/** Titles are those of the language of the page. */
function readVideos(
  value: unknown,
  page: PageHead,
  navigation: Navigation,
  heading: string,
): LandingView['videos'] {
  const { labels } = page;
  const links = readList(value).flatMap((each, at): readonly LinkView[] => {
    const href = navigation.findHref(readText(readMap(each).href), page);
    const label = labels[`featuredLinks.videos.${at}.title`] ?? '';
    return href !== undefined && label !== '' ? [{ label, href }] : [];
  });
  return links.length === 0
    ? undefined
    : { heading: labels['featuredLinks.videosHeading'] || heading, links };
}

/** A group without a name is none: a condition may leave nothing of it. */
function readGroup(
  { id, children }: Readonly<Record<string, unknown>>,
  page: PageHead,
  navigation: Navigation,
  at: number,
): LandingView['groups'] {
  const paths = readTexts(children)
    .map((path) => navigation.formatText(path, page).replace(/^[\s/]+|(?<![\s/])[\s/]+$/g, ''))
    .filter((path) => path !== '');
  const name = page.labels[`childGroups.${readText(id) || at}.name`] ?? '';
  return paths.length === 0 || name === '' ? [] : [{ name, paths }];
}

function createGuideView(page: PageHead): GuideView {
  return { page, type: readText(page.article.frontmatter.type), topics: page.article.topics };
}
