import type { Page } from '../links/index.ts';
import type { Version } from '../versions/index.ts';

/** Finds the page of an article in a language and version. */
export type FindPage = (language: string, version: Version, path: string) => Page | undefined;

export function createPageLookup(pages: readonly Page[]): FindPage {
  const lookup = new Map<string, Map<string, Page>>();
  const key = (language: string, { index }: Version) => `${language} ${index}`;
  for (const page of pages) {
    const group = lookup.get(key(page.language, page.version)) ?? new Map<string, Page>();
    lookup.set(key(page.language, page.version), group);
    group.set(page.article.path, page);
  }
  return (language, version, path) => lookup.get(key(language, version))?.get(path);
}
