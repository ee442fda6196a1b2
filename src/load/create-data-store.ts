import { deepFreeze } from '../config/index.ts';
import { findNearest } from '../diagnostics/index.ts';
import type { AbsentReference, DataStore, DataValue, LanguageData } from './types.ts';
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
  const findNearestName = (reference: string) => findNearest(reference, source.sources.keys());
  return Object.freeze({
    find,
    findNearest: findNearestName,
    explainAbsent: (reference: string) => explainAbsent(reference, source, findNearestName),
    tree: (language: string) => trees.get(language) ?? sourceTree,
    parts,
  });
}

function explainAbsent(
  reference: string,
  { tree, unread = new Set() }: LanguageData,
  findNearestName: DataStore['findNearest'],
): AbsentReference {
  const names = reference.split('.');
  if (names.some((_, at) => unread.has(names.slice(0, at + 1).join('.')))) return { kind: 'unread' };
  const value = names.reduce<unknown>(
    (part, name) =>
      typeof part === 'object' && part !== null && Object.hasOwn(part, name)
        ? Reflect.get(part, name)
        : undefined,
    tree,
  );
  if (Array.isArray(value)) return { kind: 'list' };
  if (typeof value === 'object' && value !== null) return { kind: 'mapping', names: Object.keys(value) };
  if (value === null || value === '') return { kind: 'empty' };
  return { kind: 'absent', nearest: findNearestName(reference) };
}

const EMPTY: LanguageData = { sources: new Map(), tree: {} };
