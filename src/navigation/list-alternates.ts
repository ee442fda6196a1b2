import type { PageHead } from '../links/index.ts';
import type { Article, Corpus } from '../load/index.ts';
import type { Version } from '../versions/index.ts';
import type { FindPage } from './page-lookup.ts';
import type { Alternate } from './types.ts';

/** A language or version that a picker offers. */
export interface Choice {
  readonly label: string;
  readonly language: string;
  readonly version: Version;
}

/** Where each choice leads from a page: the same article, or the nearest page above it. Choices without any page are left out. */
export function listAlternates(
  page: PageHead,
  choices: readonly Choice[],
  articles: Corpus['articles'],
  findPage: FindPage,
): readonly Alternate[] {
  return choices.flatMap((choice) => {
    const found = findNearest(page.article, articles, (path) =>
      findPage(choice.language, choice.version, path),
    );
    if (found === undefined) return [];
    const isCurrent = choice.language === page.language && choice.version === page.version;
    return [{ ...choice, page: found, isCurrent, isSameArticle: found.article === page.article }];
  });
}

function findNearest(
  article: Article,
  articles: Corpus['articles'],
  findPage: (path: string) => PageHead | undefined,
): PageHead | undefined {
  for (let at: Article | undefined = article; at !== undefined; at = findParent(at, articles)) {
    const page = findPage(at.path);
    if (page !== undefined) return page;
  }
  return findPage('');
}

function findParent({ parent }: Article, articles: Corpus['articles']): Article | undefined {
  return parent === undefined ? undefined : articles.get(parent);
}
