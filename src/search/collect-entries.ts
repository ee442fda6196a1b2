import type { Page } from '../links/index.ts';
import type { SearchEntry, SearchRecord } from './types.ts';

/** The distinct texts of some pages of one article, which come in the order of versions. */
export function collectEntries(
  pages: readonly Page[],
  describePage: (page: Page) => SearchRecord,
): readonly SearchEntry[] {
  const entries = new Map<string, { readonly record: SearchRecord; readonly versions: string[] }>();
  for (const page of pages) {
    const record = describePage(page);
    const key = JSON.stringify(record);
    const entry = entries.get(key) ?? { record, versions: [] };
    entries.set(key, entry);
    entry.versions.push(page.version.id);
  }
  return [...entries.values()];
}

/**
 * The entries of an article of which some pages are other ones now, as `collectEntries` gives them for all its pages.
 *
 * @param replaced ids of the versions whose pages are new or gone
 * @param ids of all versions, in their order
 */
export function replaceEntries(
  before: readonly SearchEntry[],
  fresh: readonly SearchEntry[],
  replaced: ReadonlySet<string>,
  ids: readonly string[],
): readonly SearchEntry[] {
  const kept = before.map(({ record, versions }) => ({
    record,
    versions: versions.filter((id) => !replaced.has(id)),
  }));
  const joined = new Map<string, { readonly record: SearchRecord; readonly versions: string[] }>();
  for (const { record, versions } of [...kept, ...fresh]) {
    const key = JSON.stringify(record);
    const entry = joined.get(key) ?? { record, versions: [] };
    joined.set(key, entry);
    entry.versions.push(...versions);
  }
  const rank = (id: string | undefined) => ids.indexOf(id ?? '');
  return [...joined.values()]
    .filter(({ versions }) => versions.length > 0)
    .map(({ record, versions }) => ({ record, versions: versions.sort((a, b) => rank(a) - rank(b)) }))
    .sort((one, other) => rank(one.versions[0]) - rank(other.versions[0]));
}
