import type { Page } from '../../links/index.ts';
import type { Article } from '../../load/index.ts';
import type { Version } from '../../versions/index.ts';
import { createShelf, readGrams, type Shelf } from './likeness.ts';
import { readPageText, type SectionText } from './read-text.ts';

/** The pages of a language and version, to be compared with. */
export interface PageShelves {
  /** Those of all versions where none is named. */
  find(language: string, version: Version | undefined): Shelf<Page>;
}

/** Reads the pages of a version when one of it is looked for. */
export function createPageShelves(pages: readonly Page[]): PageShelves {
  const known = new Map<string, Shelf<Page>>();
  return {
    find(language, version) {
      const key = `${language} ${version?.name}`;
      const shelf = known.get(key) ?? createPageShelf(language, version);
      known.set(key, shelf);
      return shelf;
    },
  };

  function createPageShelf(language: string, version: Version | undefined): Shelf<Page> {
    const own = pages.filter(
      (page) => page.language === language && (version === undefined || page.version === version),
    );
    const firsts = new Map<Article, Page>();
    // One page for each article: where no version is named, that of the first one.
    for (const page of own) if (!firsts.has(page.article)) firsts.set(page.article, page);
    return createShelf(
      [...firsts.values()].map((page) => ({ of: page, grams: readGrams(readPageText(page).text) })),
    );
  }
}

/** The sections of a page. */
export function shelveSections(page: Page): Shelf<SectionText> {
  const { sections } = readPageText(page);
  return createShelf(sections.map((section) => ({ of: section, grams: readGrams(section.text) })));
}
