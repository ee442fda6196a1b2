import { posix } from 'node:path';
import type { SiteConfig } from '../config/index.ts';
import { type Diagnostic, mergeDiagnostics, type Result } from '../diagnostics/index.ts';
import {
  createAddressParser,
  createLinkResolver,
  createTargetFinder,
  type LinkResolver,
  linkPages,
  type Page,
  type PageHead,
  type RenderedArticle,
} from '../links/index.ts';
import type { Article } from '../load/index.ts';
import type { RenderMarkdown } from '../markdown/index.ts';
import { createSet, hasVersion, listMembers, listVersions, type Version } from '../versions/index.ts';
import { createLedger, type Ledger } from './ledger.ts';
import { listChildren } from './list-children.ts';
import { listHeadingTitles, listTargets } from './list-targets.ts';
import { pickFields } from './pick-fields.ts';
import { createPartReader, type PartialSite } from './read-part.ts';
import { rememberRenderings } from './remember-renderings.ts';
import { createStandpointRenderer, type Standpoint } from './render-standpoints.ts';

/** Which page to make, and with what. */
export interface PageRequest {
  /** Path of the article: `packages/quickstart`, empty for the home page. */
  readonly path: string;
  readonly version: Version;
  /** Code of a language of the site. */
  readonly language: string;
  readonly renderMarkdown: RenderMarkdown;
  /** How much a broken link weighs. */
  readonly brokenLinks: 'warning' | 'error';
}

export interface BuiltPage {
  /** Undefined where no index page names the file, or it cannot be read. */
  readonly article: Article | undefined;
  /** Undefined where the article is not in the version, or its source is broken. */
  readonly page: Page | undefined;
  /** Of an index page: the pages it lists. */
  readonly children: readonly PageHead[];
}

/** Makes one page. The diagnostics are those of its own sources in this version and language. */
export async function buildPage(config: SiteConfig, request: PageRequest): Promise<Result<BuiltPage>> {
  const ledger = createLedger();
  const versions = listVersions(config.plans);
  const readPart = createPartReader(config, versions, request.language, ledger);
  const scope = {
    ...request,
    config,
    versions,
    ledger,
    // Links compare versions by identity, so it must be one of this list.
    version: versions.find(({ id }) => id === request.version.id) ?? request.version,
    renderMarkdown: rememberRenderings(request.renderMarkdown),
  };
  ledger.want('article', request.path);
  for (;;) {
    const part = await readPart();
    const tried = ledger.isLacking() ? undefined : await tryPage({ ...scope, part });
    if (tried !== undefined && !ledger.isLacking())
      return { value: tried.value, diagnostics: mergeDiagnostics(tried.diagnostics) };
  }
}

/** A try to make the page of what has been read so far. */
interface Attempt extends PageRequest {
  readonly config: SiteConfig;
  readonly versions: readonly Version[];
  readonly ledger: Ledger;
  readonly part: PartialSite;
}

/** Undefined where more must be read first; the ledger knows what. */
async function tryPage(attempt: Attempt): Promise<Result<BuiltPage> | undefined> {
  const { part, path, version, language, ledger } = attempt;
  const article = part.corpus.articles.get(path);
  const loaded = listOwn(attempt);
  if (article === undefined || !hasVersion(article.versions, version))
    return { value: { article, page: undefined, children: [] }, diagnostics: loaded };
  if (article.kind === 'index') ledger.want('children', path);
  const render = createStandpointRenderer({ ...attempt, corpus: part.corpus });
  const from = { article, language, version };
  const own = await render([from]);
  const others = own && (await render(listOthers(attempt, from, own.value)));
  const children = listChildren(article, part.corpus, version).map(openSummary);
  const listed = others && (await render(children.map((child) => ({ ...from, article: child }))));
  if (own === undefined || others === undefined || listed === undefined) return undefined;
  const titles = await render(listTitles(attempt, others.value));
  if (titles === undefined) return undefined;
  const texts = [...own.value, ...others.value, ...titles.value];
  const lent = await render(listLent(attempt, from, texts));
  const beside = await render(listOthers(attempt, from, listed.value));
  if (lent === undefined || beside === undefined) return undefined;
  const linked = link(attempt, [article], [...texts, ...lent.value]);
  const diagnostics = [...loaded, ...own.diagnostics, ...linked.diagnostics];
  if (diagnostics.some(({ code }) => code === 'load/missing-child')) ledger.want('everything');
  const [page] = linked.value;
  return {
    value: { article, page, children: link(attempt, children, [...listed.value, ...beside.value]).value },
    diagnostics,
  };
}

/** Title and intro: what an index page shows of what it lists. */
function openSummary(article: Article): Article {
  return pickFields(article, ['title', 'shortTitle', 'intro']);
}

function createResolverOf({ config, versions, part }: Attempt): LinkResolver {
  const parseAddress = createAddressParser(config, versions, part.corpus.articles);
  const findTarget = createTargetFinder(part.corpus.articles, versions, part.redirects);
  return createLinkResolver(config, part.corpus, versions, parseAddress, findTarget);
}

/** The same article in the source language, which lends heading ids, and the targets of links, with theirs. */
function listOthers(
  attempt: Attempt,
  from: Standpoint,
  own: readonly RenderedArticle[],
): readonly Standpoint[] {
  const { config } = attempt;
  const resolver = createResolverOf(attempt);
  const source = config.languages[0]?.code ?? from.language;
  const targets = own.flatMap((rendered) => listTargets(rendered, from, source, resolver));
  const sources = [from, ...targets].filter(({ language }) => language !== source);
  return [...targets, ...sources.map((each) => ({ ...each, language: source }))];
}

/** What headings of other articles are called where they show titles: the ids that lead to them are made of that. */
function listTitles(attempt: Attempt, others: readonly RenderedArticle[]): readonly Standpoint[] {
  const resolver = createResolverOf(attempt);
  return others.flatMap((rendered) =>
    listMembers(rendered.resolution.versions, attempt.versions).flatMap((version) => {
      const { article, language } = rendered.resolution;
      return listHeadingTitles(rendered, { article, language, version }, resolver);
    }),
  );
}

/** Where a text of a translation gives way only when it is linked: what the links of the source language depend on. */
function listLent(
  attempt: Attempt,
  from: Standpoint,
  texts: readonly RenderedArticle[],
): readonly Standpoint[] {
  const source = attempt.config.languages[0]?.code ?? from.language;
  if (from.language === source) return [];
  const isOf = (language: string) => (each: RenderedArticle) =>
    each.resolution.article.path === from.article.path && each.resolution.language === language;
  const [before] = texts.filter(isOf(from.language));
  const [after] = link(attempt, [from.article], texts).value;
  const hasSettled = after?.resolution.failures.length !== before?.resolution.failures.length;
  return hasSettled ? listOthers(attempt, { ...from, language: source }, texts.filter(isOf(source))) : [];
}

function link(
  { config, versions, part, language, version, brokenLinks }: Attempt,
  articles: readonly Article[],
  rendered: readonly RenderedArticle[],
): Result<readonly Page[]> {
  return linkPages({
    config,
    versions,
    articles,
    rendered,
    brokenLinks,
    // Everything that is asked for has been; the names of all articles are only for hints.
    corpus: part.plain,
    redirects: part.redirects,
    built: createSet([version]),
    languages: [language],
  });
}

/** What is wrong with the files of the article itself, and the errors of the files of data that the page asks for. */
function listOwn({ config, path, language, part }: Attempt): readonly Diagnostic[] {
  const folders = config.languages.filter(({ code }, at) => at === 0 || code === language);
  const files = new Set(
    folders.flatMap(({ dir }) =>
      [`${path}.md`, `${path}/index.md`].map((file) => posix.join(dir, 'content', file)),
    ),
  );
  return part.diagnostics.filter(
    ({ place, severity }) => files.has(place.file) || (severity === 'error' && part.asked.has(place.file)),
  );
}
