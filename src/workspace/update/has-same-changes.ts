import { type ChangedPage, listChanges } from '../../changes/index.ts';
import type { Page, PageHead } from '../../links/index.ts';
import { hasVersion } from '../../versions/index.ts';
import type { SiteOutline } from './types.ts';

/**
 * Whether the releases differ in the same articles as before where some have been rebuilt. False also where that takes more
 * than their pages to know: of an article that has moved, the other one is another article's.
 */
export function hasSameChanges(
  { changes, config, builtVersions }: SiteOutline,
  pages: readonly Page[],
  isAffected: (page: PageHead) => boolean,
): boolean {
  const moved = [...changes.pages, ...changes.releases.flatMap((release) => release.moved)].filter(
    ({ older, newer }) => older.article.path !== newer.article.path,
  );
  if (moved.some(({ older, newer }) => isAffected(older) || isAffected(newer))) return false;
  // Moves of hidden articles are not listed.
  if (
    pages.some(
      ({ article }) => article.hidden && !builtVersions.every((each) => hasVersion(article.versions, each)),
    )
  )
    return false;
  const now = listChanges({ config, versions: builtVersions, pages, redirects: [] }).pages;
  const before = changes.pages.filter(({ newer }) => isAffected(newer));
  return nameAll(now) === nameAll(before);
}

function nameAll(changes: readonly ChangedPage[]): string {
  return changes
    .map(({ output }) => output)
    .sort()
    .join('\n');
}
