import { findWords, replaceWords, type Words } from '../../site/words.ts';
import type { Page } from '../links/index.ts';
import { createPermalink } from '../load/index.ts';
import { createPageDescriber } from './describe-page.ts';
import type { SearchCatalog, SearchedSite } from './types.ts';

/** What readers of each language search. Hidden pages are left out. */
export function listCatalogs(site: SearchedSite): readonly SearchCatalog[] {
  const { config, corpus, languages, versions, pages, navigation } = site;
  return config.languages
    .filter(({ code }) => languages.includes(code))
    .map(({ code, name }) => ({
      language: code,
      languageName: name,
      versions: versions.map((version) => ({
        id: version.id,
        title: version.title,
        base: createPermalink(config, code, version, '').href,
        home: navigation.findTree(code, version)?.page.href,
      })),
      words: pickWords(replaceWords(findWords(code), corpus.data.tree(code).ui)),
      articles: groupByArticle(pages.filter(({ language, article }) => language === code && !article.hidden)),
      describe: createPageDescriber(config, navigation),
    }));
}

function groupByArticle(pages: readonly Page[]): ReadonlyMap<string, readonly Page[]> {
  const groups = new Map<string, Page[]>();
  for (const page of [...pages].sort((one, other) => one.version.index - other.version.index)) {
    const group = groups.get(page.article.path);
    if (group === undefined) groups.set(page.article.path, [page]);
    else group.push(page);
  }
  return groups;
}

const WORDS = [
  'search',
  'searchIn',
  'searchCount',
  'searchPartly',
  'searchNear',
  'searchProduct',
  'searchRecent',
  'searchForget',
  'searchHint',
  'searchNone',
  'searchNoneHint',
  'searchElsewhere',
  'searchMore',
  'searchFailed',
  'searchKeys',
  'allProducts',
  'loading',
  'close',
] as const satisfies readonly (keyof Words)[];

function pickWords(words: Words): SearchCatalog['words'] {
  return Object.fromEntries(WORDS.map((name) => [name, words[name]]));
}
