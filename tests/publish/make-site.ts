import type { Plan, SiteConfig } from '../../src/config/index.ts';
import { linkPages, type RenderedArticle } from '../../src/links/index.ts';
import type { Corpus } from '../../src/load/index.ts';
import { renderMarkdownHere } from '../../src/markdown/index.ts';
import { buildNavigation } from '../../src/navigation/index.ts';
import { listSiteFiles, type PublishedSite } from '../../src/publish/index.ts';
import type { Redirect } from '../../src/redirects/index.ts';
import type { Resolution } from '../../src/resolve/index.ts';
import { createSet, listMembers, listVersions } from '../../src/versions/index.ts';
import { type ArticleSketch, makeCorpus, noRedirects } from '../links/make-site.ts';

const PLAN = { isDefault: false, releases: [], deprecated: [], issues: [] };
const plans: readonly Plan[] = [
  { ...PLAN, id: 'cloud', short: 'cl', name: 'Cloud', isDefault: true },
  { ...PLAN, id: 'server', short: 'sv', name: 'Server', releases: ['2.1', '2.0'], next: '2.2' },
];

/** Versions, in order: cl, sv-2.1, sv-2.0, sv-next. */
const versions = listVersions(plans);

export const config: SiteConfig = {
  root: '/nowhere',
  title: 'Kettle Docs',
  baseUrl: 'https://docs.example.com/k/',
  basePath: '/k/',
  languages: [
    { code: 'en', name: 'English', dir: '.' },
    { code: 'ja', name: '日本語', dir: 'translations/ja-JP' },
  ],
  plans,
  html: 'clean',
  redirects: ['json'],
  search: true,
  changes: true,
};

/** What a test says about an article in one language. */
export interface Sketch extends Omit<ArticleSketch, 'versions'> {
  readonly title?: string;
  readonly intro?: string;
  readonly body?: string;
  /** Fields that other languages lack. */
  readonly untranslated?: Resolution['fallbacks'];
}

export interface SiteSketch {
  readonly articles: readonly Sketch[];
  /** Built languages. All have the same words. */
  readonly languages?: readonly string[];
  readonly redirects?: readonly Redirect[];
  readonly config?: Partial<SiteConfig>;
  readonly assets?: readonly string[];
  readonly days?: ReadonlyMap<string, string>;
}

/** A site as `build` hands it to publish, in all versions, from Markdown without Liquid. */
export async function makeSite(sketch: SiteSketch): Promise<PublishedSite> {
  const { languages = ['en'], redirects = [] } = sketch;
  const siteConfig = { ...config, ...sketch.config };
  const built = createSet(versions);
  const made = makeCorpus(sketch.articles, sketch.assets);
  const articles = new Map(
    [...made.articles].map(([path, article]) => [path, { ...article, versions: built }]),
  );
  const corpus: Corpus = { ...made, articles };
  const rendered = await Promise.all(
    languages.flatMap((language) => sketch.articles.map((each) => renderSketch(each, corpus, language))),
  );
  const scope = { config: siteConfig, corpus, versions, built, languages };
  const pages = linkPages({ ...scope, rendered, redirects: noRedirects, brokenLinks: 'warning' }).value;
  const navigation = buildNavigation({
    ...scope,
    pages,
    redirects: noRedirects,
    resolveText: (text) => text,
    resolveWording: ({ source }) => ({ value: source?.text ?? '', diagnostics: [] }),
  });
  return {
    config: siteConfig,
    languages,
    versions: listMembers(built, versions),
    pages,
    navigation,
    redirects,
    corpus: { assets: new Set(), ...(sketch.days === undefined ? {} : { days: sketch.days }) },
  };
}

async function renderSketch(
  { path, title = path, intro, body = '', untranslated = [] }: Sketch,
  { articles }: Corpus,
  language: string,
): Promise<RenderedArticle> {
  const article = articles.get(path);
  if (article === undefined) throw new Error(`The corpus has no ${path}.`);
  const texts = { title, body, ...(intro === undefined ? {} : { intro }) };
  const names = Object.keys(texts);
  const renderings = await renderMarkdownHere(Object.values(texts), { html: 'clean' });
  const fields = Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [name, { text, segments: [segmentOf(text)], language }]),
  );
  const resolution: Resolution = {
    article,
    language,
    versions: article.versions,
    fields,
    labels: {},
    fallbacks: language === 'en' ? [] : untranslated,
    failures: [],
    broken: false,
    hasOutsideData: false,
  };
  return {
    resolution,
    renderings: Object.fromEntries(names.map((name, at) => [name, renderings[at]])),
  } as RenderedArticle;
}

function segmentOf(text: string) {
  const source = { text, place: { file: 'content/x.md', line: 1, column: 1 }, verbatim: true };
  return { start: 0, source, offset: 0, verbatim: true, via: undefined };
}

/** The text of one published file; fails where there is none. */
export function renderFile(site: PublishedSite, output: string): string {
  const file = listSiteFiles(site).find((each) => each.output === output);
  if (file === undefined) throw new Error(`The site has no file ${output}.`);
  const text = file.render();
  return typeof text === 'string' ? text : [...text].join('');
}
