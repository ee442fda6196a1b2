import type { PageHead } from '../links/index.ts';
import type { Version } from '../versions/index.ts';

/** Finds the page of an article in a language and version. */
export type FindPage = (language: string, version: Version, path: string) => PageHead | undefined;

export function createPageLookup(pages: readonly PageHead[]): FindPage {
  const lookup = new Map<string, Map<number, Map<string, PageHead>>>();
  for (const page of pages) {
    const versions = lookup.get(page.language) ?? new Map<number, Map<string, PageHead>>();
    lookup.set(page.language, versions);
    const group = versions.get(page.version.index) ?? new Map<string, PageHead>();
    versions.set(page.version.index, group);
    group.set(page.article.path, page);
  }
  return (language, version, path) => lookup.get(language)?.get(version.index)?.get(path);
}
