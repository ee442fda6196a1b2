import type { Page } from '../../src/links/index.ts';
import type { SearchCatalog, SearchRecord } from '../../src/search/types.ts';

/** What an article says in a version: title and text. Articles are named by their paths, versions by their ids. */
export type Shelf = Readonly<
  Record<string, Readonly<Record<string, readonly [title: string, text: string]>>>
>;

export const VERSIONS = ['cloud', 'server@2', 'server@1'];

/** A catalog of English articles, as if a site had them. */
export function makeCatalog(shelf: Shelf, versions: readonly string[] = VERSIONS): SearchCatalog {
  const articles = new Map(
    Object.entries(shelf).flatMap(([path, texts]) => {
      const pages = versions.flatMap((id) => (texts[id] === undefined ? [] : [makePage(path, id)]));
      return pages.length === 0 ? [] : [[path, pages] as const];
    }),
  );
  return {
    language: 'en',
    languageName: 'English',
    versions: versions.map((id) => ({ id, title: id, base: `/en/${id}/`, home: `/en/${id}/` })),
    words: {},
    articles,
    describe: ({ article, version }) => describeText(article.path, shelf[article.path]?.[version.id]),
  };
}

/** As much of a page as the index asks for. */
export function makePage(path: string, version: string): Page {
  const index = VERSIONS.indexOf(version);
  return { language: 'en', article: { path }, version: { id: version, index } } as Page;
}

function describeText(path: string, [title, text]: readonly [string, string] = ['', '']): SearchRecord {
  return { address: `${path}/`, title, trail: [], sections: [{ id: '', depth: 1, title: '', text }] };
}
