import { deepFreeze } from '../config/index.ts';
import { findNearest } from '../diagnostics/index.ts';
import type { DataStore, DataValue, LanguageData } from './types.ts';
import { mergeTrees } from './yaml-values.ts';

/**
 * One door to the data of all languages; what a translation lacks is found in the source language.
 *
 * @param parts by language, the source language first
 */
export function createDataStore(parts: ReadonlyMap<string, LanguageData>): DataStore {
  const [[sourceLanguage, source] = ['', EMPTY] as const, ...translations] = parts;
  const sourceTree = deepFreeze(source.tree);
  const trees = new Map(
    translations.map(([code, { tree }]) => [code, deepFreeze(mergeTrees(sourceTree, tree))] as const),
  );
  const find = (reference: string, language: string): DataValue | undefined => {
    const translated = language === sourceLanguage ? undefined : parts.get(language)?.sources.get(reference);
    if (translated !== undefined) return { source: translated, language };
    const original = source.sources.get(reference);
    return original === undefined ? undefined : { source: original, language: sourceLanguage };
  };
  return Object.freeze({
    find,
    findNearest: (reference: string) => findNearest(reference, source.sources.keys()),
    tree: (language: string) => trees.get(language) ?? sourceTree,
    parts,
  });
}

const EMPTY: LanguageData = { sources: new Map(), tree: {} };
