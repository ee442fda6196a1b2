import type { YamlEntry, YamlValue } from '../config/index.ts';
import { findMember, formatShort, readSource } from './nodes.ts';

/** The words of a description; all else is the same in every language. */
const WORDS: ReadonlySet<string> = new Set(['summary', 'description']);

/**
 * A file with the words of its translation where this has some in the same place; of lists, in the entry of the same name. What a
 * translation says beside words does not count: it may be older.
 */
export function layTranslation(source: YamlValue, translation: YamlValue | undefined): YamlValue {
  if (translation === undefined || source.kind !== translation.kind) return source;
  if (source.kind === 'list' && translation.kind === 'list') {
    const byName = new Map(translation.values.map((each, at) => [nameEntry(each, at), each]));
    return {
      ...source,
      values: source.values.map((each, at) => layTranslation(each, byName.get(nameEntry(each, at)))),
    };
  }
  if (source.kind !== 'map' || translation.kind !== 'map') return source;
  const entries = [...source.entries].map(([key, entry]): [string, YamlEntry] => {
    const other = translation.entries.get(key)?.value;
    if (other === undefined) return [key, entry];
    const isWords = WORDS.has(key) && entry.value.kind === 'scalar';
    if (isWords) {
      const isTranslated = readSource(other) !== undefined;
      return [key, isTranslated ? { ...entry, value: other, original: entry.value } : entry];
    }
    return [key, { ...entry, value: layTranslation(entry.value, other) }];
  });
  return { ...source, entries: new Map(entries) };
}

/** By what parameters, tags and references are told apart; all else by its number. */
export function nameEntry(value: YamlValue, at: number): string {
  const parts = ['$ref', 'in', 'name', 'url'].flatMap((key) => {
    const part = findMember(value, key);
    return part === undefined ? [] : [formatShort(part)];
  });
  return parts.length > 0 ? parts.join(' ') : `${at}`;
}
