import { listPageBlocks } from '../changes/index.ts';
import { createBlockGroups } from './difference/group-blocks.ts';
import type { SiteDifference } from './difference/types.ts';
import type { BuiltPageFile } from './read-built-site.ts';

/** What differs between the pages of two built sites, address by address. */
export function compareBuiltSites(
  before: readonly BuiltPageFile[],
  after: readonly BuiltPageFile[],
): SiteDifference {
  const older = new Map(before.map((page) => [page.href, page]));
  const newer = new Set(after.map(({ href }) => href));
  const groups = createBlockGroups();
  const pairs = after.flatMap((page) => {
    const twin = older.get(page.href);
    return twin === undefined || twin.html === page.html ? [] : [{ twin, page }];
  });
  const looked = pairs.map(({ twin, page }) => {
    const blocks = listPageBlocks(twin, page);
    groups.add(page.reference, blocks);
    const isSame = JSON.stringify(twin.fields) === JSON.stringify(page.fields);
    return { page: page.reference, before: twin.reference.title, isSeen: blocks.length > 0, isSame };
  });
  return {
    changes: groups.list(),
    changed: looked.filter(({ isSeen }) => isSeen).map(({ page }) => page),
    added: after.filter(({ href }) => !older.has(href)).map(({ reference }) => reference),
    removed: before.filter(({ href }) => !newer.has(href)).map(({ reference }) => reference),
    moved: [],
    titles: looked
      .filter(({ page, before: title }) => page.title !== title)
      .map(({ page, before: title }) => ({ page, before: title, shownOn: 0 })),
    unseen: looked.filter(({ isSeen, isSame }) => !isSeen && !isSame).map(({ page }) => page),
    around: looked.filter(({ isSeen, isSame }) => !isSeen && isSame).map(({ page }) => page),
    compared: Math.max(before.length, after.length),
  };
}
