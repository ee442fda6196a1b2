import { listChanges } from '../../src/changes/index.ts';
import type { ComposedSite } from '../../src/compose/index.ts';
import type { Plan, SiteConfig } from '../../src/config/index.ts';
import type { FilledText, Page, PageHead } from '../../src/links/index.ts';
import type { Heading, Rendering } from '../../src/markdown/index.ts';
import type { Alternate, Navigation, NavigationNode, Track, TrackStep } from '../../src/navigation/index.ts';
import { createSet, listVersions, type Version } from '../../src/versions/index.ts';

const PLANS: readonly Plan[] = [
  { id: 'cloud', short: 'cl', name: 'Cloud', isDefault: true, releases: [], deprecated: [], issues: [] },
  {
    id: 'server',
    short: 'sv',
    name: 'Server',
    isDefault: false,
    releases: ['2.0'],
    deprecated: [],
    issues: [],
  },
];

export const versions = listVersions(PLANS);

export const config: SiteConfig = {
  root: '/nowhere',
  title: 'Kettle Docs',
  baseUrl: 'https://docs.example.com/k/',
  basePath: '/k/',
  languages: [
    { code: 'en', name: 'English', dir: '.' },
    { code: 'ja', name: '日本語', dir: 'translations/ja-JP' },
  ],
  plans: PLANS,
  html: 'clean',
  redirects: ['json'],
  search: true,
  changes: true,
};

/** What a test says about a page; the rest is filled in. */
export interface PageSketch {
  readonly path: string;
  readonly title: string;
  readonly language?: string;
  readonly version?: Version;
  readonly body?: string;
  readonly tools?: readonly string[];
  readonly platforms?: readonly string[];
  readonly intro?: string;
  readonly product?: string;
  readonly permissions?: string;
  readonly headings?: readonly Heading[];
  readonly fallbacks?: Page['fallbacks'];
  readonly isUntranslated?: boolean;
  readonly labels?: Page['labels'];
  readonly article?: Partial<Page['article']>;
}

export function sketchPage(sketch: PageSketch): Page {
  const { path, title, language = 'en', version = firstVersion(), intro } = sketch;
  const article = createArticle(sketch);
  const folder = [language, version.segment, path].filter((part) => part !== '').join('/');
  return {
    article,
    resolution: {
      article,
      language,
      versions: article.versions,
      fields: {},
      labels: {},
      fallbacks: [],
      failures: [],
      broken: false,
      hasOutsideData: false,
    },
    language,
    version,
    href: `/k/${folder}/`,
    output: `${folder}/index.html`,
    title,
    shortTitle: title,
    description: intro ?? '',
    labels: sketch.labels ?? {},
    intro: intro === undefined ? undefined : fillText(`<p>${intro}</p>`),
    product: sketch.product === undefined ? undefined : fillText(`<p>${sketch.product}</p>`),
    permissions: sketch.permissions === undefined ? undefined : fillText(`<p>${sketch.permissions}</p>`),
    body: fillText(sketch.body ?? '<p>Text.</p>', sketch.tools, sketch.platforms),
    headings: sketch.headings ?? [],
    fallbacks: sketch.fallbacks ?? [],
    isUntranslated: sketch.isUntranslated ?? false,
  };
}

/** What others see of a page, without the page. */
export function copyHead(page: PageHead): PageHead {
  const { article, language, version, href, output, labels, headings, fallbacks, isUntranslated } = page;
  const { title, shortTitle, description } = page;
  return {
    ...{ article, language, version, href, output, labels, headings, fallbacks, isUntranslated },
    ...{ title, shortTitle, description },
  };
}

/** A navigation over one tree, in which each page has the pickers it is given. */
export function sketchNavigation(
  tree: NavigationNode,
  pickers: {
    versions?: readonly Alternate[];
    languages?: readonly Alternate[];
    tracks?: readonly Track[];
    steps?: readonly TrackStep[];
  } = {},
): Navigation {
  const order = flatten(tree);
  const findLinked = (address: string) =>
    order.find(({ page }) => `/${page.article.path}` === address.replace(/#.*$/, ''))?.page;
  const position = (page: PageHead) => order.findIndex((node) => node.page.href === page.href);
  return {
    findTree: (language) => (language === tree.page.language ? tree : undefined),
    findNode: (page) => order[position(page)],
    findTrail: (page) => findTrail(tree, page) ?? [],
    findPrevious: (page) => order[position(page) - 1]?.page,
    findNext: (page) => (position(page) < 0 ? undefined : order[position(page) + 1]?.page),
    listVersions: () => pickers.versions ?? [],
    listLanguages: () => pickers.languages ?? [],
    findLinked,
    findNearby: findLinked,
    findHref: (address) =>
      /^https?:/.test(address) ? address : findLinked(address)?.href.concat(/#.*$/.exec(address)?.[0] ?? ''),
    formatText: (text) => text,
    listTracks: () => pickers.tracks ?? [],
    listSteps: () => pickers.steps ?? [],
  };
}

export function sketchSite(navigation: Navigation, pages: readonly Page[]): ComposedSite {
  return {
    config,
    languages: ['en', 'ja'],
    versions,
    pages,
    navigation,
    changes: listChanges({ config, versions, pages, redirects: [] }),
    redirects: [],
    corpus: sketchCorpus(),
  };
}

/** What composing takes from a corpus: files under `assets/` and the content of `data/ui.yml`. */
export function sketchCorpus(assets: readonly string[] = [], ui: object = {}): ComposedSite['corpus'] {
  return { assets: new Set(assets), images: new Map(), data: { tree: () => ({ ui }) } };
}

export function sketchAlternate(page: PageHead, label: string, marks: Partial<Alternate> = {}): Alternate {
  const { language, version } = page;
  return { label, language, version, page, isCurrent: false, isSameArticle: true, ...marks };
}

function createArticle({ path, article }: PageSketch): Page['article'] {
  return {
    path,
    kind: 'article',
    file: `content/${path}.md`,
    versions: createSet(versions),
    children: [],
    parent: undefined,
    redirectFrom: [],
    hidden: false,
    layout: 'default',
    showMiniToc: undefined,
    miniTocMaxHeadingLevel: 2,
    defaultPlatform: undefined,
    defaultTool: undefined,
    topics: [],
    keyPlaces: new Map(),
    frontmatter: {},
    texts: new Map(),
    ...article,
  };
}

function fillText(
  html: string,
  tools: readonly string[] = [],
  platforms: readonly string[] = [],
): FilledText {
  const rendering: Rendering = {
    pieces: [html],
    slots: [],
    headings: [],
    problems: [],
    text: '',
    platforms,
    tools,
  };
  return { rendering, fills: [] };
}

function firstVersion(): Version {
  const [version] = versions;
  if (version === undefined) throw new Error('The sample site has a version.');
  return version;
}

function flatten(node: NavigationNode): readonly NavigationNode[] {
  return [node, ...node.children.flatMap(flatten)];
}

function findTrail(node: NavigationNode, page: PageHead): readonly PageHead[] | undefined {
  if (node.page.href === page.href) return [node.page];
  for (const child of node.children) {
    const trail = findTrail(child, page);
    if (trail !== undefined) return [node.page, ...trail];
  }
  return undefined;
}
