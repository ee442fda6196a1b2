import { nameOwner } from '../../diagnostics/index.ts';
import { encodePath, linkPages, type OldAddresses, type Page, type PageHead } from '../../links/index.ts';
import { type Article, type Corpus, createPermalink } from '../../load/index.ts';
import type { RenderMarkdown } from '../../markdown/index.ts';
import { hasVersion, type Version } from '../../versions/index.ts';
import { listTargetKeys } from '../link-articles.ts';
import { renderArticles } from '../render-articles.ts';
import {
  createKeyResolver,
  type KeyResolver,
  listKeys,
  type ResolvedTables,
  resolveKeys,
} from '../resolve-keys.ts';
import type { ArticleKey, Workspace } from '../types.ts';
import { pickWords } from './pick-words.ts';
import type { FindHead, HeadWords } from './types.ts';

/** What pages show of others: titles and intros, resolved and rendered where somebody asks for them. */
export interface HeadBook {
  /** The head of a page, whose words are empty until they are settled. */
  readonly find: FindHead;
  /** Liquid of articles without what only their own pages show. */
  readonly resolver: KeyResolver;
  /** Texts of heads, for links that show titles. */
  readonly rendered: Workspace['rendered'];
  readonly words: ReadonlyMap<string, HeadWords>;
  /** The articles that it was made of, without what only their own pages show. */
  readonly picked: PickedArticles;
  /** Finds out the words that were asked for. False where none were. */
  settle(): Promise<boolean>;
}

export interface HeadBookInput {
  readonly workspace: Workspace;
  readonly redirects: OldAddresses;
  readonly renderMarkdown: RenderMarkdown;
  /** What is known of the articles that are as they were. */
  readonly tables?: ResolvedTables | undefined;
  /** Words that are as they were. */
  readonly words?: Iterable<readonly [string, HeadWords]>;
  /** Of a book before, where most articles are those of this one. */
  readonly picked?: PickedArticles | undefined;
}

type PickedArticles = ReadonlyMap<Article, Article>;

export function createHeadBook(input: HeadBookInput): HeadBook {
  const { workspace, redirects, renderMarkdown, tables } = input;
  const { config, versions, built, languages } = workspace;
  const picked = pickArticles(workspace.corpus, input.picked);
  const articles = new Map<string, Article>();
  for (const [{ path }, article] of picked) articles.set(path, article);
  const corpus = { ...workspace.corpus, articles };
  const resolver = createKeyResolver(workspace, corpus, tables);
  const words = new Map(input.words);
  const asked = new Map<ArticleKey, { readonly language: string; readonly article: Article }>();
  const heads = new Map<string, PageHead>();
  return { find, resolver, rendered, words, picked, settle };

  function find(language: string, version: Version, path: string): PageHead | undefined {
    const article = workspace.corpus.articles.get(path);
    const isThere = article !== undefined && hasVersion(article.versions & built, version);
    if (!isThere || !languages.includes(language)) return undefined;
    const key = nameHead(language, path, version);
    const head = heads.get(key) ?? createHead(article, language, version, () => ask(key, language, article));
    heads.set(key, head);
    return head;
  }

  function createHead(article: Article, language: string, version: Version, read: () => HeadWords): PageHead {
    const place = createPermalink(config, language, version, article.path);
    const path = encodePath(article.path);
    const href = path === article.path ? place.href : createPermalink(config, language, version, path).href;
    // The source language is no translation: nobody needs its words for that.
    const isSource = language === workspace.sourceLanguage;
    return new LazyHead({ article, language, version, href, output: place.output }, isSource, read);
  }

  function ask(name: string, language: string, article: Article): HeadWords {
    const found = words.get(name);
    if (found === undefined) asked.set(nameOwner(language, article.path), { language, article });
    return found ?? NO_WORDS;
  }

  async function settle(): Promise<boolean> {
    if (asked.size === 0) return false;
    const wanted = [...asked.values()];
    asked.clear();
    for (const language of new Set(wanted.map((each) => each.language))) {
      const paths = wanted.flatMap((each) => (each.language === language ? [each.article.path] : []));
      for (const page of await link(language, new Set(paths)))
        words.set(nameHead(language, page.article.path, page.version), {
          ...pickHeadWords(page),
          isUntranslated: page.isUntranslated && !hasOwnTexts(language, page.article.path),
        });
      // Nobody asks again for what is broken.
      for (const path of paths)
        for (const version of versions) {
          const name = nameHead(language, path, version);
          words.set(name, words.get(name) ?? NO_WORDS);
        }
    }
    return true;
  }

  async function link(language: string, paths: ReadonlySet<string>): Promise<readonly Page[]> {
    const own = [...new Set([language, workspace.sourceLanguage])].flatMap((code) =>
      [...paths].map((path) => nameOwner(code, path)),
    );
    const first = await rendered(own);
    const { titles } = listTargetKeys({ ...workspace, corpus }, first.value, redirects);
    const all = titles.size === 0 ? first : await rendered(new Set([...own, ...titles]));
    const articles = [...paths].flatMap((path) => corpus.articles.get(path) ?? []);
    const scope = { ...workspace, corpus, languages: [language], redirects, articles };
    return linkPages({ ...scope, rendered: all.value, brokenLinks: 'warning' }).value;
  }

  /** Whether a translation has a text that heads leave out. */
  function hasOwnTexts(language: string, path: string): boolean {
    const own = workspace.corpus.articles.get(path)?.texts.get(language)?.fields;
    return own?.body !== undefined || own?.product !== undefined || own?.permissions !== undefined;
  }

  async function rendered(keys: Iterable<ArticleKey> = []) {
    const wanted = new Set(keys);
    const chosen = listKeys(corpus.articles.values(), { config, languages: listCodes(workspace) }, wanted);
    const resolved = await resolveKeys(resolver, chosen, workspace);
    return renderArticles(resolved.value, renderMarkdown, { config, versions, corpus });
  }
}

/** In all languages of the site: links may lead into one that is not built. */
function listCodes({ config }: Workspace): readonly string[] {
  return config.languages.map(({ code }) => code);
}

function nameHead(language: string, path: string, version: Version): string {
  return `${nameOwner(language, path)} ${version.id}`;
}

function pickArticles({ articles }: Corpus, before?: PickedArticles): PickedArticles {
  const picked = new Map<Article, Article>();
  for (const article of articles.values()) picked.set(article, before?.get(article) ?? pickWords(article));
  return picked;
}

const NO_WORDS: HeadWords = {
  title: '',
  shortTitle: '',
  description: '',
  labels: {},
  fallbacks: [],
  isUntranslated: false,
};

function pickHeadWords(page: Page): Omit<HeadWords, 'isUntranslated'> {
  const { title, shortTitle, description, labels, notes, fallbacks } = page;
  return { title, shortTitle, description, labels, ...(notes && { notes }), fallbacks };
}

type Standing = Pick<PageHead, 'article' | 'language' | 'version' | 'href' | 'output'>;

/**
 * A head that asks for its words when somebody reads them. A class, for there are thousands, and functions of their own weigh: a copy by
 * `...` lacks the words.
 */
class LazyHead implements PageHead {
  readonly article: Article;
  readonly language: string;
  readonly version: Version;
  readonly href: string;
  readonly output: string;
  readonly headings: PageHead['headings'] = [];
  readonly #isSource: boolean;
  readonly #read: () => HeadWords;

  constructor(standing: Standing, isSource: boolean, read: () => HeadWords) {
    this.article = standing.article;
    this.language = standing.language;
    this.version = standing.version;
    this.href = standing.href;
    this.output = standing.output;
    this.#isSource = isSource;
    this.#read = read;
  }
  get title() {
    return this.#read().title;
  }
  get shortTitle() {
    return this.#read().shortTitle;
  }
  get description() {
    return this.#read().description;
  }
  get labels() {
    return this.#read().labels;
  }
  get notes() {
    return this.#read().notes ?? {};
  }
  get fallbacks() {
    return this.#read().fallbacks;
  }
  get isUntranslated() {
    return !this.#isSource && this.#read().isUntranslated;
  }
}
