import { replaceHeads } from '../../changes/index.ts';
import type { Diagnostic, Result } from '../../diagnostics/index.ts';
import type { PageHead } from '../../links/index.ts';
import type { Article, ChangedFiles, Corpus, SiteFiles } from '../../load/index.ts';
import type { RenderMarkdown } from '../../markdown/index.ts';
import { produceRedirects } from '../../redirects/index.ts';
import { joinDiagnostics } from '../join-diagnostics.ts';
import { createKeyResolver } from '../resolve-keys.ts';
import type { Site } from '../types.ts';
import { compareTrees, listAsking, listTouched, type TreeDifference } from './compare-trees.ts';
import { sumHead } from './describe.ts';
import { openBefore } from './find-seen.ts';
import { joinFindings } from './join-findings.ts';
import { isMost, listUsers } from './list-affected.ts';
import type { MadeArticles } from './make-articles.ts';
import { outlineArticle, outlineHead } from './outline-site.ts';
import type { PackedRendered } from './pack-rendered.ts';
import { packTargets } from './pack-targets.ts';
import { readAgain } from './read-again.ts';
import { listMade, listReached, makeWanted, type RenewScope, settleRenewal } from './settle-renewal.ts';
import type { SiteOutline } from './types.ts';

/** A site of which only those pages are there that have to be made; of the others there is what others see of them. */
export interface RenewedSite extends Omit<Site, 'pages' | 'trace' | 'diagnostics' | 'figures'> {
  readonly pages: readonly PageHead[];
}

export interface RenewRequest {
  readonly files: Result<SiteFiles>;
  /** How articles, bodies of reusables and files of variables differ from those of the outline; articles may have come or gone. */
  readonly before: ChangedFiles;
  /** What is to say about the site file. */
  readonly diagnostics: readonly Diagnostic[];
  readonly renderMarkdown: RenderMarkdown;
  /** As `WorkspaceTools` has it. */
  readonly makesOutlines?: boolean;
  /** Which of the pages that are not there have to be made nevertheless, since something else stands around their texts. */
  readonly findRemade: (site: RenewedSite) => Promise<readonly PageHead[]>;
  /** Hears why all of the site has to be built. */
  readonly onTrace?: ((reason: string) => void) | undefined;
}

/** A site that was made of what is known of another one. */
export interface Renewal {
  readonly site: RenewedSite;
  /** Those of the whole site, as a build of all of it has them. */
  readonly diagnostics: readonly Diagnostic[];
  readonly figures: Site['figures'];
  /** Pages that were made although nothing of their texts can be other. */
  readonly framed: readonly PageHead[];
  /** How many articles were made. */
  readonly articles: number;
  /** @param kept what the writer of the site will ask for when it is built next */
  outline<K>(kept: K): SiteOutline<K>;
}

/**
 * Makes a site anew of which articles have come, gone, or got other frontmatter: the tree, addresses and lists as a whole, and the
 * texts of those articles that the change can reach. Undefined where it can reach most of them, or nobody can know.
 */
export async function renewSite(outline: SiteOutline, request: RenewRequest): Promise<Renewal | undefined> {
  const giveUp = (reason: string) => {
    request.onTrace?.(`update: texts of all articles; ${reason}`);
    return undefined;
  };
  const begun = beginRenewal(outline, request);
  if (typeof begun === 'string') return giveUp(begun);
  const { scope, trees } = begun;
  const { corpus, wanted } = scope;
  const settled = await settleRenewal(scope, request.diagnostics);
  if (typeof settled === 'string') return giveUp(settled);
  const { joined, changes } = settled;
  const framed = await request.findRemade({ ...joined, changes });
  for (const { article } of framed) wanted.add(article.path);
  if (isMost(corpus, wanted)) return giveUp('the change reaches most articles');
  const { size } = wanted;
  const made = framed.length === 0 ? settled.made : await makeWanted(scope);
  if (made === undefined) return giveUp('a text could not be rendered');
  for (const path of listReached(scope, made)) wanted.add(path);
  if (wanted.size > size || !isAsKnown(made, framed, outline)) return giveUp('more is other than was known');

  const articles = listMade(scope);
  const former = [...articles.flatMap(({ path }) => outline.articles.get(path) ?? []), ...trees.gone];
  const findings = joinFindings(
    { ...outline, articles: corpus.articles },
    [...articles, ...former],
    made.found,
  );
  if (findings === undefined) return giveUp('other texts of a file of YAML are read');
  const { others, ...linked } = joined;
  const pages = replacePages(joined.pages, made);
  const figures = {
    ...findings.figures,
    articles: corpus.articles.size,
    pages: pages.length,
    brokenPages: countBroken(findings.outcomes, outline),
    redirects: joined.redirects.length,
  };
  return {
    site: { ...linked, pages, changes },
    diagnostics: joinDiagnostics(findings.owned, findings.legacy, others),
    figures,
    framed,
    articles: articles.length,
    outline: (kept) => ({
      ...outline,
      ...findings,
      ...outlinePages(pages, changes, corpus),
      data: corpus.data.parts,
      targets: packTargets(scope.redirects.value.targets),
      rendered: joinRendered(outline.rendered, made.outlined, former),
      others,
      kept,
      figures,
    }),
  };
}

/** Reads the site, and finds which articles the change can reach at once. A text says why all of them have to be made. */
function beginRenewal(
  outline: SiteOutline,
  request: RenewRequest,
): { readonly scope: RenewScope; readonly trees: TreeDifference } | string {
  const { config, versions, built, languages } = outline;
  const again = readAgain(outline, request.files, request.before);
  if (again === undefined) return 'a variable has come or gone, or nobody knows what to say of one';
  const { value: corpus, diagnostics: read } = again;
  if (!corpus.articles.has('')) return 'there is no home page';
  if (listFailed(outline) !== listFailed(corpus)) return 'other articles cannot be read';
  const trees = compareTrees(outline, corpus);
  if (isNamedLikePlan(trees, outline)) return 'a folder with the name of a plan has come or gone';
  // What is beside articles is rebuilt.
  const { affected } = listUsers(outline, request.before);
  const site = { config, versions, built, languages, corpus };
  const redirects = produceRedirects(site);
  const touched = listTouched(outline, trees, redirects.value.targets);
  const wanted = new Set([
    ...affected,
    ...trees.come,
    ...trees.moved,
    ...listAsking(outline, touched, trees),
    ...listAlways(corpus, config),
  ]);
  const links = { ...site, redirects: redirects.value, brokenLinks: 'warning' as const };
  const { renderMarkdown, makesOutlines } = request;
  const scope: RenewScope = {
    ...site,
    outline,
    read,
    redirects,
    wanted,
    trees,
    resolver: createKeyResolver(site, corpus),
    readBefore: openBefore(outline, links),
    renderMarkdown,
    makesOutlines,
  };
  return { scope, trees };
}

/** Lists are made of the home pages, and feeds of release notes, whether they are other or not. */
function listAlways({ articles }: Corpus, { feeds }: SiteOutline['config']): readonly string[] {
  const notes =
    feeds === true ? [...articles.values()].filter(({ layout }) => layout === 'release-notes') : [];
  return ['', ...notes.map(({ path }) => path)];
}

/** Of links to what could not be read nothing is said. */
function listFailed({ failed }: Pick<Corpus, 'failed'>): string {
  return JSON.stringify([...(failed ?? [])].sort());
}

/** Where there is such a folder, the addresses of a plan give way to it. */
function isNamedLikePlan({ come, gone }: TreeDifference, { config }: Pick<SiteOutline, 'config'>): boolean {
  const paths = [...come, ...gone.map(({ path }) => path)];
  return config.plans.some(({ id }) => paths.includes(id));
}

/** Whether pages whose texts cannot be other show the same to others as before. */
function isAsKnown(
  { linked }: MadeArticles,
  framed: readonly PageHead[],
  { heads, sums }: Pick<SiteOutline, 'heads' | 'sums'>,
): boolean {
  const known = new Map(heads.map(({ href }, at) => [href, sums[at]]));
  const hrefs = new Set(framed.map(({ href }) => href));
  return linked.value.every((page) => !hrefs.has(page.href) || known.get(page.href) === sumHead(page));
}

function replacePages(pages: readonly PageHead[], { linked }: MadeArticles): readonly PageHead[] {
  const anew = new Map(linked.value.map((page) => [page.href, page]));
  return pages.map((page) => anew.get(page.href) ?? page);
}

function countBroken(
  outcomes: SiteOutline['outcomes'],
  { languages }: Pick<SiteOutline, 'languages'>,
): number {
  return [...outcomes]
    .filter(([owner]) => languages.includes(owner.slice(0, owner.indexOf(' '))))
    .reduce((sum, [, { broken }]) => sum + broken, 0);
}

function outlinePages(
  pages: readonly PageHead[],
  changes: Site['changes'],
  corpus: Corpus,
): Pick<SiteOutline, 'articles' | 'heads' | 'sums' | 'changes'> {
  const articles = new Map([...corpus.articles].map(([path, article]) => [path, outlineArticle(article)]));
  const find = (head: PageHead) => outlineHead(head, articles.get(head.article.path) ?? head.article);
  const heads = new Map(pages.map((page) => [page.href, find(page)]));
  return {
    articles,
    heads: [...heads.values()],
    sums: pages.map(sumHead),
    changes: replaceHeads(changes, (head) => heads.get(head.href) ?? find(head)),
  };
}

function joinRendered(
  before: PackedRendered,
  now: PackedRendered,
  replaced: readonly Pick<Article, 'path'>[],
): PackedRendered {
  const paths = new Set(replaced.map(({ path }) => path));
  const kept = [...before].filter(([owner]) => !paths.has(owner.slice(owner.indexOf(' ') + 1)));
  return new Map([...kept, ...now]);
}
