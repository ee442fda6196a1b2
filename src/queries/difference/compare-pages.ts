import { listPageBlocks, type PageBlock, pairMoved, readPage } from '../../changes/index.ts';
import type { FilledText, Page } from '../../links/index.ts';
import { joinPieces } from '../../markdown/index.ts';
import { createBlockGroups } from './group-blocks.ts';
import { referToPage } from './refer-to-page.ts';
import type { SiteDifference } from './types.ts';

/** Two states of one page. */
export interface PagePair {
  readonly before: Page;
  readonly after: Page;
}

/** Pages of two sites, side by side. */
export interface PairedPages {
  readonly pairs: readonly PagePair[];
  readonly moved: readonly PagePair[];
  readonly added: readonly Page[];
  readonly removed: readonly Page[];
}

/**
 * Pairs the pages of two states of a site: by article, language and version.
 *
 * @param findTarget where the address of a page that is gone leads in the newer state
 */
export function pairPages(
  before: readonly Page[],
  after: readonly Page[],
  findTarget: (href: string) => string | undefined,
): PairedPages {
  const older = new Map(before.map((page) => [namePage(page), page]));
  const pairs: PagePair[] = [];
  const come: Page[] = [];
  for (const page of after) {
    const twin = older.get(namePage(page));
    older.delete(namePage(page));
    if (twin === undefined) come.push(page);
    else pairs.push({ before: twin, after: page });
  }
  // An address whose article is in other versions now leads there, but no page has moved.
  const editions = new Map(come.map((page) => [page.href, nameEdition(page)]));
  const moves = pairMoved(come, [...older.values()], (page) => {
    const target = findTarget(page.href);
    return target !== undefined && editions.get(target) === nameEdition(page) ? target : undefined;
  });
  return {
    pairs,
    moved: moves.pairs.map(([one, other]) => ({ before: one, after: other })),
    added: moves.added,
    removed: moves.removed,
  };
}

function namePage(page: Page): string {
  return `${nameEdition(page)} ${page.article.path}`;
}

function nameEdition({ language, version }: Page): string {
  return `${language} ${version.id}`;
}

export const NO_DIFFERENCE: SiteDifference = {
  changes: [],
  changed: [],
  added: [],
  removed: [],
  moved: [],
  titles: [],
  unseen: [],
  around: [],
  compared: 0,
};

/** Compares pages that were paired; what stands around them is left to others. */
export function comparePairs(
  { pairs, moved, added, removed }: PairedPages,
  sourceLanguage: string,
  listBlocks: (before: Page, after: Page) => readonly PageBlock[] = comparePair,
): Omit<SiteDifference, 'around'> {
  const groups = createBlockGroups();
  const refer = (page: Page) => referToPage(page, sourceLanguage);
  const differing = [...pairs, ...moved].filter((pair) => !haveSameTexts(pair));
  const looked = differing.map(({ before, after }) => {
    const page = refer(after);
    const blocks = listBlocks(before, after);
    groups.add(page, blocks);
    return { page, before, isSeen: blocks.length > 0, isMoved: before.href !== after.href };
  });
  const retitled = looked.filter(({ page, before }) => page.title !== before.title);
  return {
    changes: groups.list(),
    changed: looked.filter(({ isSeen }) => isSeen).map(({ page }) => page),
    added: added.map(refer),
    removed: removed.map(refer),
    moved: moved.map(({ before, after }) => ({ from: refer(before), to: refer(after) })),
    titles: retitled.map(({ page, before }) => ({ page, before: before.title, shownOn: 0 })),
    unseen: looked.filter(({ isSeen, isMoved }) => !isSeen && !isMoved).map(({ page }) => page),
    compared: pairs.length + moved.length + Math.max(added.length, removed.length),
  };
}

function comparePair(before: Page, after: Page): readonly PageBlock[] {
  return listPageBlocks(readPage(before), readPage(after));
}

/** Most pages are of the same renderings with the same fills, so few texts are read. */
export function haveSameTexts({ before, after }: PagePair): boolean {
  if (before.title !== after.title) return false;
  return FIELDS.every((field) => isSameText(before[field], after[field]));
}

const FIELDS = ['intro', 'product', 'permissions', 'body'] as const;

function isSameText(before: FilledText | undefined, after: FilledText | undefined): boolean {
  if (before === undefined || after === undefined) return before === after;
  const { rendering, fills } = after;
  if (before.rendering === rendering && before.fills.every((fill, at) => fill === fills[at])) return true;
  return joinPieces(before.rendering, before.fills) === joinPieces(rendering, fills);
}
