import type {
  ChangedPageView,
  ChangeEntryView,
  ChangeLinkView,
  PageView,
  ProductChangesView,
  ReleaseChangesView,
} from '../../site/view.ts';
import type { ChangedPage, Changes, CompareWords, PageComparison, ReleaseChanges } from '../changes/index.ts';
import type { PageHead } from '../links/index.ts';
import { type Alternate, listProducts, type Navigation } from '../navigation/index.ts';
import { findStepCompareHref } from './create-compare-view.ts';

/** Where a page says that its release changed something: in itself; on the home page and in release notes, on the whole. */
export function findChangeLink(page: PageHead, changes: Changes): ChangeLinkView | undefined {
  const { article, language, version } = page;
  const isWhole = article.path === '' || article.layout === 'release-notes';
  if (!isWhole) {
    const found = changes.findChange(page);
    return found && { step: found.step, href: found.href, isWhole, entries: [] };
  }
  const found = changes.findRelease(language, version);
  if (found === undefined) return undefined;
  const entries = article.layout === 'home' ? listEntries(found).filter(isShown).slice(0, HOME_ENTRIES) : [];
  return { step: found.step, href: found.href, isWhole, entries };
}

/** What a home page lists of a release: six lines beside columns of four pages with their intros. */
const HOME_ENTRIES = 6;

/** A home page leads to what is there, and not to itself or to lists. */
function isShown({ kind, page: { article } }: ChangeEntryView): boolean {
  return kind !== 'removed' && article.kind === 'article' && article.layout !== 'release-notes';
}

/** `view` is that of the newer page; `compare` compares both. */
export function createChangedPageView(
  change: ChangedPage,
  view: PageView,
  changes: Changes,
  compare: (words: CompareWords) => PageComparison,
): ChangedPageView {
  return {
    view: leadToChanges(view, (page) => changes.findChange(page)),
    change,
    comparison: compare(escapeWords(view.words)),
    compareHref: findStepCompareHref(change, view.site),
    release: changes.findRelease(change.newer.language, change.newer.version),
    others: changes
      .listSteps(change)
      .filter(({ step }) => step.newer.plan === change.step.newer.plan && step !== change.step),
  };
}

/** `view` is that of the home page in the newer release. */
export function createReleaseChangesView(
  release: ReleaseChanges,
  view: PageView,
  changes: Changes,
  navigation: Navigation,
): ReleaseChangesView {
  return {
    view: leadToChanges(view, ({ language, version }) => changes.findRelease(language, version)),
    release,
    products: groupByProduct(listEntries(release), release, navigation),
    others: changes.releases.filter(
      ({ language, step }) =>
        language === release.language && step.newer.plan === release.step.newer.plan && step !== release.step,
    ),
  };
}

/** The language picker stays with the changes where the other language has them too. */
function leadToChanges(
  view: PageView,
  find: (page: PageHead) => { readonly href: string } | undefined,
): PageView {
  const lead = (alternate: Alternate): Alternate => {
    const found = alternate.isSameArticle ? find(alternate.page) : undefined;
    return found === undefined ? alternate : { ...alternate, page: { ...alternate.page, href: found.href } };
  };
  return { ...view, here: undefined, languages: view.languages.map(lead) };
}

function escapeWords(words: PageView['words']): CompareWords {
  const read = (name: keyof CompareWords) => words[name].replace(/&/g, '&amp;').replace(/</g, '&lt;');
  return {
    added: read('added'),
    removed: read('removed'),
    linkChanged: read('linkChanged'),
    unchangedBlocks: read('unchangedBlocks'),
    unchangedItems: read('unchangedItems'),
    unchangedRows: read('unchangedRows'),
    unchangedLines: read('unchangedLines'),
  };
}

function listEntries({ changed, moved, added, removed }: ReleaseChanges): readonly ChangeEntryView[] {
  return [
    ...added.map((page) => ({ kind: 'added', page, href: page.href }) as const),
    ...moved.map(({ older, newer, change }) => {
      const { href } = change ?? newer;
      return { kind: 'moved', page: newer, href, formerTitle: findFormerTitle(older, newer) } as const;
    }),
    ...changed.map(({ older, newer, href }) => {
      return { kind: 'changed', page: newer, href, formerTitle: findFormerTitle(older, newer) } as const;
    }),
    ...removed.map((page) => ({ kind: 'removed', page, href: page.href }) as const),
  ];
}

function findFormerTitle(older: PageHead, newer: PageHead): string | undefined {
  return older.title === newer.title ? undefined : older.title;
}

/** Products in the order of the newer release; those that are gone come after them, pages in none last. */
function groupByProduct(
  entries: readonly ChangeEntryView[],
  { step, language }: ReleaseChanges,
  navigation: Navigation,
): readonly ProductChangesView[] {
  const products = [step.newer, step.older].flatMap((version) => {
    const tree = navigation.findTree(language, version);
    return tree === undefined ? [] : listProducts(tree).map(({ page }) => page);
  });
  const paths = [...new Set(products.map(({ article }) => article.path))];
  const known = new Set(paths);
  const byPath = new Map<string | undefined, ChangeEntryView[]>();
  for (const entry of entries) {
    const key = navigation
      .findTrail(entry.page)
      .slice(0, 2)
      .map(({ article }) => article.path)
      .findLast((path) => known.has(path));
    const group = byPath.get(key) ?? [];
    byPath.set(key, group);
    group.push(entry);
  }
  const groups = paths.map((path) => ({
    product: products.find(({ article }) => article.path === path),
    entries: byPath.get(path) ?? [],
  }));
  const others = byPath.get(undefined) ?? [];
  return [...groups, { product: undefined, entries: others }].filter(({ entries }) => entries.length > 0);
}
