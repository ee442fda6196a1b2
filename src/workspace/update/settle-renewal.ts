import { createPageJudge, listChangesOf } from '../../changes/index.ts';
import type { SiteConfig } from '../../config/index.ts';
import { type Diagnostic, nameOwner, type Result } from '../../diagnostics/index.ts';
import { isPage, type LinkedPages, type PageHead } from '../../links/index.ts';
import type { Article, Corpus } from '../../load/index.ts';
import type { RedirectTable } from '../../redirects/index.ts';
import { type JoinedPages, joinPages } from '../join-pages.ts';
import type { Site } from '../types.ts';
import { listAsking, type TreeDifference } from './compare-trees.ts';
import { describeOutlines, describeTitles } from './describe.ts';
import { spellTitles } from './find-seen.ts';
import { isMost } from './list-affected.ts';
import { listMisled } from './list-misled.ts';
import { listLinking } from './list-showing.ts';
import { type MadeArticles, type MakeScope, makeArticles } from './make-articles.ts';
import { indexPacked, type PackedRendered, unpackRendered } from './pack-rendered.ts';
import type { SiteOutline } from './types.ts';

/** A site that is rebuilt of what was known of it. */
export interface RenewScope extends Omit<MakeScope, 'others' | 'redirects'> {
  readonly config: SiteConfig;
  readonly corpus: Corpus;
  readonly outline: SiteOutline;
  readonly trees: TreeDifference;
  /** What was said of the files when they were read. */
  readonly read: readonly Diagnostic[];
  readonly redirects: Result<RedirectTable>;
  /** What fragments could name before. */
  readonly readBefore: LinkedPages['readFragments'];
  /** Paths of the articles to make; more come to them. */
  readonly wanted: Set<string>;
}

/** A site in which nobody sees anything else of an article that was not made. */
export interface SettledRenewal {
  readonly made: MadeArticles;
  readonly joined: JoinedPages<PageHead>;
  readonly changes: Site['changes'];
}

/** Makes articles, and those that see something else of them, until there are no more. A text says why all have to be made. */
export async function settleRenewal(
  scope: RenewScope,
  diagnostics: readonly Diagnostic[],
): Promise<SettledRenewal | string> {
  const { config, corpus, wanted } = scope;
  for (;;) {
    if (isMost(corpus, wanted)) return 'the change reaches most articles';
    const made = await makeWanted(scope);
    if (made === undefined) return 'a text could not be rendered';
    const { size } = wanted;
    for (const path of listReached(scope, made)) wanted.add(path);
    if (wanted.size > size) continue;
    const sourceLanguage = config.languages[0]?.code ?? '';
    const pages = listPages(scope, made);
    const { resolver } = scope.resolver;
    const joined = joinPages({ ...scope, sourceLanguage, diagnostics, resolver, pages });
    const { changes, undecided } = compareReleases(scope, joined.pages);
    for (const path of undecided) wanted.add(path);
    if (wanted.size === size) return { made, joined, changes };
  }
}

/** Undefined where a text could not be rendered. */
export function makeWanted(scope: RenewScope): Promise<MadeArticles | undefined> {
  const { outline, corpus, wanted, redirects } = scope;
  const others = indexPacked(outline.rendered, corpus.articles, (path) => wanted.has(path));
  return makeArticles(listMade(scope), { ...scope, redirects: redirects.value, others });
}

/** The articles that are made, in the order of the tree. */
export function listMade({ corpus, wanted }: Pick<RenewScope, 'corpus' | 'wanted'>): readonly Article[] {
  return [...corpus.articles.values()].filter(({ path }) => wanted.has(path));
}

/** Paths of articles that see something else than before of those that were made. */
export function listReached(scope: RenewScope, { linked, outlined }: MadeArticles): readonly string[] {
  const { outline, config, corpus, versions, trees, readBefore } = scope;
  const languages = config.languages.map(({ code }) => code);
  const articles = listMade(scope);
  const isOther = (article: Article, sayAll: typeof describeOutlines) =>
    formatAll(outline.rendered, article, sayAll) !== formatAll(outlined, article, sayAll);
  const isRetitled = (article: Article) =>
    isOther(article, describeTitles) ||
    spellTitles(outline.articles.get(article.path)) !== spellTitles(article);
  const broken = articles.filter((each) => isOther(each, describeOutlines)).map(({ path }) => path);
  const retitled = new Set(articles.filter(isRetitled).map(({ path }) => path));
  const fragments = { languages, versions, uses: outline.fragments, before: readBefore };
  return [
    // Who asks for what has come or gone is made already.
    ...listAsking(outline, new Set(broken), { ...trees, come: [], gone: [], isReordered: false }),
    ...listLinking(outline, { retitled }),
    ...listMisled(articles, { ...fragments, now: linked.readFragments }),
  ].filter((path) => corpus.articles.has(path));

  function formatAll(packed: PackedRendered, article: Article, sayAll: typeof describeOutlines): string {
    const outlines = languages.flatMap((language) => unpackRendered(packed, language, article));
    return sayAll(outlines, versions).join('\n');
  }
}

/** All pages of the site, in its order: those that were made, and the heads of the others. */
function listPages(
  { outline, config, corpus, languages, wanted }: RenewScope,
  { linked }: MadeArticles,
): readonly PageHead[] {
  const groups = new Map<string, PageHead[]>();
  const add = (head: PageHead) => {
    const owner = nameOwner(head.language, head.article.path);
    const group = groups.get(owner) ?? [];
    groups.set(owner, group);
    group.push(head);
  };
  for (const page of linked.value) add(page);
  for (const head of outline.heads) {
    const article = corpus.articles.get(head.article.path);
    if (article !== undefined && !wanted.has(article.path)) add({ ...head, article });
  }
  const codes = config.languages.map(({ code }) => code).filter((code) => languages.includes(code));
  return codes.flatMap((code) =>
    [...corpus.articles.keys()].flatMap((path) => groups.get(nameOwner(code, path)) ?? []),
  );
}

/** Of pages that are not there it is known whether they differ; where not, the paths of their articles are told. */
function compareReleases(
  { outline, config, redirects }: RenewScope,
  pages: readonly PageHead[],
): { readonly changes: Site['changes']; readonly undecided: ReadonlySet<string> } {
  const name = (older: PageHead, newer: PageHead) => `${older.href} ${newer.href}`;
  const found = new Set(outline.changes.pages.map(({ older, newer }) => name(older, newer)));
  const moves = outline.changes.releases.flatMap(({ moved }) => moved);
  const compared = new Set(moves.map(({ older, newer }) => name(older, newer)));
  const undecided = new Set<string>();
  const versions = outline.builtVersions;
  const judge = createPageJudge(config, versions);
  const changes = listChangesOf({
    config,
    versions,
    pages,
    redirects: redirects.value.redirects,
    differ(older, newer) {
      if (isPage(older) && isPage(newer)) return judge(older, newer);
      const isKnown = older.article === newer.article || compared.has(name(older, newer));
      if (isKnown && !isPage(older) && !isPage(newer)) return found.has(name(older, newer));
      for (const { article } of [older, newer]) undecided.add(article.path);
      return false;
    },
  });
  return { changes, undecided };
}
