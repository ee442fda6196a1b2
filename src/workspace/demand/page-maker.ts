import { indexChanges, listSteps } from '../../changes/index.ts';
import { createAddressParser, encodePath, type PageHead } from '../../links/index.ts';
import { type Article, createPermalink } from '../../load/index.ts';
import type { RenderMarkdown } from '../../markdown/index.ts';
import { buildNavigation } from '../../navigation/index.ts';
import { hasVersion, listMembers } from '../../versions/index.ts';
import { keepUnaffected } from '../keep-unaffected.ts';
import type { Workspace } from '../types.ts';
import { createHeadBook, type HeadBook } from './head-book.ts';
import { linkOwn, type OwnPages } from './link-own.ts';
import { listOwnChanges } from './list-own-changes.ts';
import { openRedirectBook, type RedirectBook } from './redirect-book.ts';
import { createReleaseBook } from './release-book.ts';
import type { MadeArticle, PageMaker } from './types.ts';

/** Makes pages of a site one by one, as `site()` makes all of them. */
export function createPageMaker(workspace: Workspace, renderMarkdown: RenderMarkdown): PageMaker {
  const redirects = openRedirectBook(workspace);
  return open(workspace, renderMarkdown, redirects, createHeadBook({ workspace, redirects, renderMarkdown }));
}

function open(
  workspace: Workspace,
  renderMarkdown: RenderMarkdown,
  redirects: RedirectBook,
  heads: HeadBook,
): PageMaker {
  const { config, corpus, versions, built, languages, sourceLanguage } = workspace;
  const builtVersions = listMembers(built, versions);
  const steps = config.changes ? listSteps(builtVersions) : [];
  const linked = new Map<string, Promise<OwnPages>>();
  const made = new Map<string, Promise<MadeArticle>>();
  const { resolveText, resolveWording } = heads.resolver.resolver;
  const navigation = buildNavigation({
    ...workspace,
    corpus,
    pages: heads.find,
    redirects,
    resolveText,
    resolveWording,
  });
  const linkPagesOf = async (language: string, article: Article) => (await link(language, article)).pages;
  const releases = createReleaseBook({ workspace, steps, link: linkPagesOf });
  const parseAddress = createAddressParser(config, versions, corpus.articles);
  return {
    workspace,
    get redirects() {
      return redirects.list();
    },
    makeArticle(language, path) {
      const key = `${language} ${path}`;
      const found = made.get(key) ?? make(language, corpus.articles.get(path));
      made.set(key, found);
      return found;
    },
    findHead,
    listHomes: () =>
      languages.flatMap((code) => builtVersions.flatMap((each) => heads.find(code, each, '') ?? [])),
    async settle() {
      const [words, changes] = [await heads.settle(), await releases.settle()];
      return words || changes;
    },
    update: (next, changed) => update(next, changed),
  };

  function link(language: string, article: Article): Promise<OwnPages> {
    const key = `${language} ${article.path}`;
    const found = linked.get(key) ?? linkOwn(workspace, redirects, heads.rendered, language, article);
    linked.set(key, found);
    return found;
  }

  async function make(language: string, article: Article | undefined): Promise<MadeArticle> {
    const own = article && (await link(language, article));
    const part = { config, corpus, languages, versions: builtVersions, navigation };
    if (article === undefined || own === undefined)
      return { part: { ...part, pages: [], changes: indexChanges([], []) }, diagnostics: [] };
    const found = await listOwnChanges({
      workspace,
      redirects,
      steps,
      article,
      pages: own.pages,
      link: (former) => linkPagesOf(language, former),
    });
    const changes = { ...indexChanges([], found.changes), findRelease: releases.find };
    return { part: { ...part, pages: found.pages, changes }, diagnostics: own.diagnostics };
  }

  function findHead(href: string): PageHead | undefined {
    const path = decode(href.slice(config.basePath.length));
    const address = parseAddress(path);
    const language = address.language ?? sourceLanguage;
    const version = address.version ?? versions.find(({ segment }) => segment === '') ?? versions[0];
    const article = corpus.articles.get(address.path);
    if (article === undefined || version === undefined || address.missingRelease !== undefined)
      return undefined;
    if (!hasVersion(article.versions & built, version)) return undefined;
    const own = createPermalink(config, language, version, encodePath(article.path)).href;
    return decode(own) === decode(href) ? heads.find(language, version, article.path) : undefined;
  }

  /** Where the same articles stand at the same addresses, what others see of them is known, but for those that changed. */
  function update(next: Workspace, changed: ReadonlySet<string>): PageMaker {
    const files = ({ texts }: Article) => [...texts.values()].map(({ file }) => file);
    const paths = new Set<string>();
    for (const [path, article] of next.corpus.articles) {
      if (article === corpus.articles.get(path)) continue;
      if (!files(article).some((file) => changed.has(file))) return createPageMaker(next, renderMarkdown);
      paths.add(path);
    }
    if (next.corpus.articles.size !== corpus.articles.size || next.config !== config)
      return createPageMaker(next, renderMarkdown);
    const kept = redirects.renew(next);
    const tables = keepUnaffected(heads.resolver, paths, { changed, heads: changed }, config);
    const hasOtherWords = [...paths].some((path) =>
      saysOther(corpus.articles.get(path), next.corpus.articles.get(path)),
    );
    const words = hasOtherWords
      ? []
      : [...heads.words].filter(([name]) => tables.outcomes.has(name.slice(0, name.lastIndexOf(' '))));
    const { picked } = heads;
    const input = { workspace: next, redirects: kept, renderMarkdown, tables, words, picked };
    return open(next, renderMarkdown, kept, createHeadBook(input));
  }
}

/** Whether links and lists may show another title or intro of an article. */
function saysOther(before: Article | undefined, now: Article | undefined): boolean {
  const listWords = (article: Article | undefined) =>
    JSON.stringify(
      [...(article?.texts ?? [])].map(([language, { fields }]) => {
        const { body: _, ...words } = fields;
        return [language, Object.entries(words).map(([name, source]) => [name, source?.text])];
      }),
    );
  return listWords(before) !== listWords(now);
}

function decode(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
