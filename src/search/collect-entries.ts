import { createHash } from 'node:crypto';
import type { Page } from '../links/index.ts';
import type { SearchEntry, SearchRecord } from './types.ts';

/** The distinct texts of some pages of one article, which come in the order of versions. */
export function collectEntries(
  pages: readonly Page[],
  describePage: (page: Page) => SearchRecord,
): readonly SearchEntry[] {
  return joinEntries(
    pages.map((page) => {
      const record = describePage(page);
      return { key: nameRecord(record), versions: [page.version.id], record };
    }),
  );
}

function nameRecord(record: SearchRecord): string {
  return createHash('sha256').update(JSON.stringify(record)).digest('base64url').slice(0, 22);
}

/**
 * The entries of an article of which some pages are other ones now, as `collectEntries` gives them for all its pages. What was
 * indexed before comes along.
 *
 * @param replaced ids of the versions whose pages are new or gone
 * @param ids of all versions, in their order
 */
export function replaceEntries<T extends SearchEntry>(
  before: readonly T[],
  fresh: readonly SearchEntry[],
  replaced: ReadonlySet<string>,
  ids: readonly string[],
): readonly SearchEntry[] {
  const kept = before.map((entry) => ({
    ...entry,
    versions: entry.versions.filter((id) => !replaced.has(id)),
  }));
  const rank = (id: string | undefined) => ids.indexOf(id ?? '');
  return joinEntries([...kept, ...fresh])
    .filter(({ versions }) => versions.length > 0)
    .map((entry) => ({ ...entry, versions: [...entry.versions].sort((a, b) => rank(a) - rank(b)) }))
    .sort((one, other) => rank(one.versions[0]) - rank(other.versions[0]));
}

/** Those of one text as one. */
function joinEntries(entries: readonly SearchEntry[]): readonly SearchEntry[] {
  const joined = new Map<string, SearchEntry>();
  for (const entry of entries) {
    const known = joined.get(entry.key);
    joined.set(
      entry.key,
      known === undefined ? entry : { ...known, versions: [...known.versions, ...entry.versions] },
    );
  }
  return [...joined.values()];
}
