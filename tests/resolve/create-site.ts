import type { Plan, SiteConfig } from '../../src/config/index.ts';
import { type Diagnostic, findNearest, type Source } from '../../src/diagnostics/index.ts';
import type { Article, ArticleText, Corpus, DataStore, FieldMap, FieldName } from '../../src/load/index.ts';
import {
  createResolver,
  createSourceNotes,
  type Resolution,
  readNotes,
  sumRepairs,
} from '../../src/resolve/index.ts';
import {
  createNames,
  createSet,
  findVersions,
  formatVersions,
  listVersions,
  parsePredicate,
  type Version,
} from '../../src/versions/index.ts';

/** Words of an article in one language; a plain text is the body under the title `Title`. */
type Words = string | Readonly<FieldMap<string>>;

/** A small site in the words of a test. */
export interface SiteInput {
  /** By path; `main` is the one most tests resolve. */
  readonly articles: Readonly<Record<string, Words>>;
  /** Japanese words by path. */
  readonly translations?: Readonly<Record<string, Words>>;
  /** Condition that gives the versions of an article, by path; all versions where absent. */
  readonly versions?: Readonly<Record<string, string>>;
  /** Paths of index pages. */
  readonly indexes?: readonly string[];
  /** Values of `data/` by reference. */
  readonly data?: Readonly<Record<string, string>>;
  /** Japanese values of `data/` by reference. */
  readonly translatedData?: Readonly<Record<string, string>>;
  /** Conditions by feature. */
  readonly features?: Readonly<Record<string, string>>;
  readonly tree?: Readonly<Record<string, unknown>>;
  readonly plans?: readonly Plan[];
  /** Further keys of the site file. */
  readonly config?: Partial<SiteConfig>;
  /** Language of the translation, Japanese where absent. Its folder is `translations/ja` in any case. */
  readonly language?: string;
}

const PLANS: readonly Plan[] = [
  {
    id: 'free-pro-team',
    short: 'fpt',
    name: 'Free',
    isDefault: true,
    releases: [],
    deprecated: [],
    issues: [],
  },
  {
    id: 'enterprise-server',
    short: 'ghes',
    name: 'Enterprise Server',
    isDefault: false,
    releases: ['3.10', '3.2', '3.1'],
    deprecated: ['3.0'],
    issues: [],
  },
  {
    id: 'github-ae',
    short: 'ghae',
    name: 'GitHub AE',
    isDefault: false,
    releases: [],
    next: true,
    deprecated: [],
    issues: [],
  },
];

/** What a test asks of a site. */
export interface TestSite {
  readonly versions: readonly Version[];
  readonly corpus: Corpus;
  /** Resolves an article in all versions it has, or those named. Ends and fixes are left out: see `findings`. */
  resolve(
    path?: string,
    language?: string,
    names?: readonly string[],
  ): ReturnType<ReturnType<typeof createResolver>['resolveArticle']>;
  /** The text of a field by version name: `fpt`, `ghes-3.2`. */
  texts(path?: string, language?: string, field?: FieldName): Readonly<Record<string, string | undefined>>;
  /** The body of `main` where all versions share it. */
  body(language?: string): string;
  /** Repairs of translated texts so far, by kind. */
  repairs(): Readonly<Record<string, number>>;
  /** Notices of older forms in the texts resolved so far. */
  legacyForms(): readonly Diagnostic[];
  /** All that is said of `main`, with ends and fixes. */
  findings(): readonly Diagnostic[];
}

/** A site in memory: versions fpt, ghes-3.10, ghes-3.2, ghes-3.1, ghae, ghae-next; languages en and ja. */
export function createSite(input: SiteInput): TestSite {
  const translation = input.language ?? 'ja';
  const versions = listVersions(input.plans ?? PLANS);
  const corpus = createCorpus(input, versions);
  const config: SiteConfig = {
    root: '/site',
    title: 'Site',
    baseUrl: 'https://docs.example.com/',
    basePath: '/',
    languages: [
      { code: 'en', name: 'English', dir: '.' },
      { code: translation, name: '日本語', dir: 'translations/ja' },
    ],
    plans: input.plans ?? PLANS,
    html: 'clean',
    redirects: ['json'],
    search: true,
    changes: true,
    ...input.config,
  };
  const notes = createSourceNotes();
  const read = new Set<Source>();
  const resolver = createResolver({ config, corpus, versions, notes, onRead: (source) => read.add(source) });
  const resolveFully: TestSite['resolve'] = (path = 'main', language = 'en', names) => {
    const article = corpus.articles.get(path);
    if (article === undefined) throw new Error(`no article ${path}`);
    const wanted =
      names === undefined
        ? article.versions
        : createSet(names.flatMap((name) => findVersions(versions, name)));
    return resolver.resolveArticle(article, language, wanted);
  };
  const resolve: TestSite['resolve'] = (...request) => {
    const resolved = resolveFully(...request);
    return { ...resolved, diagnostics: resolved.diagnostics.map(withoutEnds) };
  };
  return {
    versions,
    corpus,
    resolve,
    findings: () => [...resolveFully().diagnostics, ...readNotes(notes, read).legacy],
    texts: (path, language, field = 'body') =>
      Object.fromEntries(
        resolve(path, language).value.flatMap((resolution) =>
          formatVersions(resolution.versions, versions).map((name) => [name, resolution.fields[field]?.text]),
        ),
      ),
    repairs: () => sumRepairs(readNotes(notes, read).repairs.values()),
    legacyForms: () => readNotes(notes, read).legacy.map(withoutEnds),
    body: (language) => {
      const { value } = resolve('main', language);
      if (value.length !== 1) throw new Error(`${value.length} outcomes`);
      return bodyOf(value[0]);
    },
  };
}

function withoutEnds({ end, fixes, ...rest }: Diagnostic): Diagnostic {
  return rest;
}

/** The text of the body of a resolution. */
export function bodyOf(resolution: Resolution | undefined): string {
  const body = resolution?.fields.body;
  if (body === undefined) throw new Error('no body');
  return body.text;
}

function createCorpus(input: SiteInput, versions: readonly Version[]): Corpus {
  const conditions = Object.entries(input.features ?? {});
  const names = createNames(versions, new Map());
  const features = new Map(
    conditions.map(([name, condition]) => [name, parsePredicate(condition, names, versions).versions]),
  );
  const articles = Object.entries(input.articles).map(([path, words]): [string, Article] => {
    const condition = input.versions?.[path];
    const set =
      condition === undefined ? createSet(versions) : parsePredicate(condition, names, versions).versions;
    const translated = input.translations?.[path];
    const texts = new Map([['en', createText('en', path, words)]]);
    if (translated !== undefined) {
      const language = input.language ?? 'ja';
      texts.set(language, createText(language, path, translated));
    }
    return [path, createArticle(path, set, texts, input.indexes?.includes(path) ?? false)];
  });
  return {
    articles: new Map(articles),
    features,
    data: createData(input),
    assets: new Set(),
    images: new Map(),
  };
}

function createText(language: string, path: string, words: Words): ArticleText {
  const file = language === 'en' ? `content/${path}.md` : `translations/ja/content/${path}.md`;
  const entries = Object.entries(typeof words === 'string' ? { title: 'Title', body: words } : words);
  const lines = { title: 2, shortTitle: 3, intro: 4, product: 5, permissions: 6, body: 10 };
  const fields = entries.map(([name, text]) => [
    name,
    createSource(text, file, lines[name as keyof typeof lines] ?? 7, name === 'body' ? 1 : 8),
  ]);
  return { language, file, fields: Object.fromEntries(fields), labels: new Map() };
}

function createSource(text: string, file: string, line: number, column: number): Source {
  return { text, place: { file, line, column }, verbatim: true };
}

function createArticle(
  path: string,
  versions: bigint,
  texts: ReadonlyMap<string, ArticleText>,
  isIndex: boolean,
): Article {
  return {
    path,
    kind: isIndex ? 'index' : 'article',
    file: `content/${path}.md`,
    versions,
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
    frontmatter: { type: 'tutorial' },
    texts,
  };
}

function createData({
  data = {},
  translatedData = {},
  tree = {},
  language: translation = 'ja',
}: SiteInput): DataStore {
  const values = new Map(Object.entries(data).map(([name, text]) => [name, toSource(name, text, '')]));
  const translated = new Map(
    Object.entries(translatedData).map(([name, text]) => [name, toSource(name, text, 'translations/ja/')]),
  );
  return {
    find: (reference, language) => {
      const own = language === translation ? translated.get(reference) : undefined;
      if (own !== undefined) return { source: own, language };
      const source = values.get(reference);
      return source === undefined ? undefined : { source, language: 'en' };
    },
    parts: new Map([['en', { sources: values, tree }]]),
    findNearest: (reference) => findNearest(reference, values.keys()),
    explainAbsent: (reference) => ({ kind: 'absent', nearest: findNearest(reference, values.keys()) }),
    tree: () => tree,
  };
}

function toSource(name: string, text: string, folder: string): Source {
  return createSource(text, `${folder}data/${name.replaceAll('.', '/')}.md`, 1, 1);
}
