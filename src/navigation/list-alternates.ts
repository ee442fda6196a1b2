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
  const alternates: Alternate[] = [];
  for (const { label, language, version } of choices) {
    const found = findNearest(page.article, articles, (path) => findPage(language, version, path));
    if (found === undefined) continue;
    const isCurrent = language === page.language && version === page.version;
    const isSameArticle = found.article === page.article;
    alternates.push({ label, language, version, page: found, isCurrent, isSameArticle });
  }
  return alternates;
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
