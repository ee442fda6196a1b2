import type { KeptLanguage, SearchCatalog, SearchedVersion } from './types.ts';

/** `index.json` of a version: what the dialog and its engine must know before they can search. Files are relative to it. */
export function formatSettings(
  { languageName, versions, words }: Pick<SearchCatalog, 'languageName' | 'versions' | 'words'>,
  version: SearchedVersion,
  { bundles }: KeptLanguage,
): string {
  return JSON.stringify({
    prefix: version.base,
    engine: `../../${bundles[0]?.engine ?? ''}`,
    bundles: bundles.flatMap(({ texts, words: list, indexes }) => {
      const index = indexes[version.id];
      if (index === undefined) return [];
      return [
        {
          index: `../../${index.folder}/`,
          words: `../../${list.folder}/0`,
          texts: texts.map(({ folder, files }) => [`../../${folder}/`, files]),
        },
      ];
    }),
    common: listOften(bundles.map(({ common }) => common)),
    frequent: listOften(bundles.map(({ frequent }) => frequent)),
    version: version.title,
    language: languageName,
    others: versions
      .filter(({ id, home }) => id !== version.id && home !== undefined)
      .map(({ title, home }) => ({ title, href: home })),
    words,
  });
}

/** Words of at least half of some lists. */
function listOften(lists: readonly (readonly string[])[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const word of lists.flat()) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count * 2 >= lists.length)
    .map(([word]) => word)
    .sort();
}
