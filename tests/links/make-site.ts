import type { Plan, SiteConfig } from '../../src/config/index.ts';
import type { Place, Source } from '../../src/diagnostics/index.ts';
import type { OldAddresses, RenderedArticle } from '../../src/links/index.ts';
import type { Article, Corpus, FieldName } from '../../src/load/index.ts';
import type { Heading, Rendering, Slot } from '../../src/markdown/index.ts';
import type { ResolvedText } from '../../src/resolve/index.ts';
import { createSet, findVersions, listVersions, type VersionSet } from '../../src/versions/index.ts';

const PLAN = { isDefault: false, releases: [], deprecated: [], issues: [] };

const plans: readonly Plan[] = [
  { ...PLAN, id: 'cloud', short: 'cl', name: 'Cloud', isDefault: true },
  { ...PLAN, id: 'server', short: 'sv', name: 'Server', releases: ['2.1', '2.0'], deprecated: ['1.9'] },
  { ...PLAN, id: 'managed', short: 'ma', name: 'Managed', next: true },
];

/** Versions, in order: cl, sv-2.1, sv-2.0, ma, ma-next. */
export const versions = listVersions(plans);

export const config: SiteConfig = {
  root: '/nowhere',
  title: 'Kettle Docs',
  baseUrl: 'https://docs.example.com/k/',
  basePath: '/k/',
  languages: [
    { code: 'en', name: 'English', dir: '.' },
    { code: 'ja', name: '日本語', dir: 'translations/ja-JP', aliases: ['jp'] },
  ],
  plans,
  html: 'clean',
  redirects: ['json'],
  search: true,
  changes: true,
};

/** @example pick('cl sv-2.0') */
export function pick(names: string): VersionSet {
  return createSet(names.split(' ').flatMap((name) => findVersions(versions, name)));
}

const everywhere = pick('cl sv ma');

/** What a test says about an article; the rest is filled in. `versions` are names: `cl sv-2.0`. */
export interface ArticleSketch {
  readonly path: string;
  readonly versions?: string;
  readonly children?: readonly string[];
  readonly redirectFrom?: readonly string[];
  readonly hidden?: boolean;
  readonly title?: string;
  readonly frontmatter?: Article['frontmatter'];
}

/** A corpus of which the articles stand in the order given; an article belongs to the index above its path. */
export function makeCorpus(
  sketches: readonly ArticleSketch[],
  assets: readonly string[] = [],
  images: Corpus['images'] = new Map(),
): Corpus {
  const articles = new Map(sketches.map((sketch) => [sketch.path, makeArticle(sketch)]));
  const data = {
    parts: new Map(),
    find: () => undefined,
    findNearest: () => undefined,
    explainAbsent: () => ({ kind: 'empty' as const }),
    tree: () => ({}),
  };
  return { articles, features: new Map(), data, assets: new Set(assets), images };
}

function makeArticle(sketch: ArticleSketch): Article {
  const { path, children = [], redirectFrom = [], hidden = false } = sketch;
  const kind = sketch.children === undefined ? 'article' : 'index';
  const file = kind === 'index' ? `content/${path}/index.md`.replace('//', '/') : `content/${path}.md`;
  const locate = (value: string, at: number) => ({ value, place: { file, line: at + 4, column: 5 } });
  const title = { text: sketch.title ?? path, place: { file, line: 2, column: 8 }, verbatim: true };
  return {
    path,
    kind,
    file,
    versions: sketch.versions === undefined ? everywhere : pick(sketch.versions),
    children: children.map(locate),
    parent: path === '' ? undefined : path.split('/').slice(0, -1).join('/'),
    redirectFrom: redirectFrom.map(locate),
    hidden,
    layout: 'default',
    showMiniToc: undefined,
    miniTocMaxHeadingLevel: 2,
    defaultPlatform: undefined,
    defaultTool: undefined,
    topics: [],
    keyPlaces: new Map(),
    frontmatter: sketch.frontmatter ?? {},
    texts: new Map([['en', { language: 'en', file, fields: { title }, labels: new Map() }]]),
  };
}

/** A rendering of strings and slots in turn: `makeRendering('<a href="', { kind: 'link', … }, '">')`. */
export function makeRendering(
  parts: readonly (string | Slot)[],
  headings: readonly Heading[] = [],
): Rendering {
  const pieces = [''];
  const slots: Slot[] = [];
  for (const part of parts) {
    if (typeof part === 'string') pieces.push(`${pieces.pop() ?? ''}${part}`);
    else {
      slots.push(part);
      pieces.push('');
    }
  }
  const text = pieces.join('').replace(/<[^>]*>/g, '');
  return { pieces, slots, headings, problems: [], text, platforms: [], tools: [] };
}

export function makeHeading(depth: number, id: string): Heading {
  return { depth, id, text: id, html: id, offset: 0 };
}

/** Slots of headings, one after the other. */
export function makeHeadings(headings: readonly Heading[]): Rendering {
  const slots = headings.map((_, heading): Slot => ({ kind: 'id', heading }));
  return makeRendering(
    slots.flatMap((slot) => ['<h2 id="', slot, '">']),
    headings,
  );
}

export function link(url: string, offset = 0): Slot {
  return { kind: 'link', url, offset };
}

/** The slot of an AUTOTITLE. */
export function title(url: string, offset = 0): Slot {
  return { kind: 'title', url, offset };
}

export interface RenderedSketch {
  readonly article: Article | undefined;
  readonly language?: string;
  readonly versions?: string;
  readonly broken?: boolean;
  readonly hasOutsideData?: boolean;
  readonly title?: string;
  readonly body?: Rendering;
  readonly fields?: Partial<Record<FieldName, Rendering>>;
  /** Where the whole body comes from, if not from the article itself. */
  readonly source?: { readonly file: string; readonly usedAt: Place };
}

/** The article as build hands it over: every field a verbatim text of 1,000 characters on one line. */
export function makeRendered(sketch: RenderedSketch): RenderedArticle {
  const { article, language = 'en', broken = false, hasOutsideData = false, source } = sketch;
  if (article === undefined) throw new Error('The article is not in the corpus.');
  const title = { ...makeRendering([]), text: sketch.title ?? article.path };
  const renderings = { title, body: sketch.body ?? makeRendering(['<p>Text.</p>']), ...sketch.fields };
  const fields = Object.fromEntries(
    Object.keys(renderings).map((field) => [
      field,
      makeText(source?.file ?? article.file, source?.usedAt, language),
    ]),
  );
  const own = sketch.versions === undefined ? article.versions : pick(sketch.versions);
  return {
    resolution: {
      article,
      language,
      versions: own,
      fields,
      labels: {},
      fallbacks: [],
      failures: [],
      broken,
      hasOutsideData,
    },
    renderings,
  };
}

function makeText(file: string, usedAt: Place | undefined, language: string): ResolvedText {
  const source = makeSource(file, 10);
  const use = usedAt && {
    source: { ...makeSource(usedAt.file, usedAt.line), place: usedAt },
    offset: 0,
    via: undefined,
  };
  const segment = { start: 0, source, offset: 0, verbatim: true, via: use };
  return { text: source.text, segments: [segment], language };
}

function makeSource(file: string, line: number): Source {
  return { text: 'x'.repeat(1000), place: { file, line, column: 1 }, verbatim: true };
}

export const noRedirects: OldAddresses = { find: () => undefined };
