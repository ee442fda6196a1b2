import { deepFreeze } from '../config/index.ts';
import { findNearest } from '../diagnostics/index.ts';
import { mergeTrees } from './plain.ts';
import type { LanguageData } from './read-data.ts';
import type { DataStore, DataValue } from './types.ts';

/** One door to the data of all languages; what a translation lacks is found in the source language. */
export function createDataStore(
  source: { readonly code: string; readonly data: LanguageData },
  translations: ReadonlyMap<string, LanguageData>,
): DataStore {
  const sourceTree = deepFreeze(source.data.tree);
  const trees = new Map(
    [...translations].map(([code, { tree }]) => [code, deepFreeze(mergeTrees(sourceTree, tree))] as const),
  );
  const find = (reference: string, language: string): DataValue | undefined => {
    const translated = translations.get(language)?.sources.get(reference);
    if (translated !== undefined) return { source: translated, language };
    const original = source.data.sources.get(reference);
    return original === undefined ? undefined : { source: original, language: source.code };
  };
  return Object.freeze({
    find,
    findNearest: (reference: string) => findNearest(reference, source.data.sources.keys()),
    tree: (language: string) => trees.get(language) ?? sourceTree,
  });
}
