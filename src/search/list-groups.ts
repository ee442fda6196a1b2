import { findWords, replaceWords, type Words } from '../../site/words.ts';
import type { Page } from '../links/index.ts';
import { describeFoundPage } from './describe-page.ts';
import type { SearchedSite, SearchGroup } from './types.ts';

/** What a reader of a page searches: its language and version, no other. Hidden pages are left out. */
export function listSearchGroups({
  config,
  corpus,
  languages,
  versions,
  pages,
  navigation,
}: SearchedSite): readonly SearchGroup[] {
  const found = groupPages(pages);
  return config.languages
    .filter(({ code }) => languages.includes(code))
    .flatMap(({ code, name }) => {
      const words = pickWords(replaceWords(findWords(code), corpus.data.tree(code).ui));
      return versions.flatMap((version): readonly SearchGroup[] => {
        const members = found.get(formatKey({ language: code, version }));
        if (members === undefined) return [];
        return [
          {
            language: code,
            languageName: name,
            version: version.id,
            versionTitle: version.title,
            home: navigation.findTree(code, version)?.page.href,
            words,
            records: describePages(members, navigation),
          },
        ];
      });
    });
}

/** One after the other, when they are asked for: the texts of a large site need not be in memory twice. */
function describePages(
  pages: readonly Page[],
  navigation: SearchedSite['navigation'],
): SearchGroup['records'] {
  return {
    *[Symbol.iterator]() {
      for (const page of pages) yield describeFoundPage(page, navigation);
    },
  };
}

function groupPages(pages: readonly Page[]): ReadonlyMap<string, readonly Page[]> {
  const groups = new Map<string, Page[]>();
  for (const page of pages) {
    if (page.article.hidden) continue;
    const group = groups.get(formatKey(page));
    if (group === undefined) groups.set(formatKey(page), [page]);
    else group.push(page);
  }
  return groups;
}

function formatKey({ language, version }: Pick<Page, 'language' | 'version'>): string {
  return `${language}/${version.id}`;
}

const WORDS = [
  'search',
  'searchIn',
  'searchCount',
  'searchOne',
  'searchPartly',
  'searchNone',
  'searchNoneHint',
  'searchElsewhere',
  'searchMore',
  'searchFailed',
  'searchKeys',
  'loading',
  'close',
] as const satisfies readonly (keyof Words)[];

function pickWords(words: Words): SearchGroup['words'] {
  return Object.fromEntries(WORDS.map((name) => [name, words[name]]));
}
