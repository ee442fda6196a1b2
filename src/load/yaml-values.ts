import type { YamlValue } from '../config/index.ts';

export type DataTree = Readonly<Record<string, unknown>>;

/** A YAML value without its places. Mappings have no prototype, so no key of a file can mean anything else. */
export function formatPlain(value: YamlValue): unknown {
  if (value.kind === 'scalar') return value.value;
  if (value.kind === 'list') return value.values.map(formatPlain);
  return createTree([...value.entries].map(([key, entry]) => [key, formatPlain(entry.value)]));
}

export function createTree(entries: Iterable<readonly [string, unknown]>): DataTree {
  const tree: Record<string, unknown> = Object.create(null);
  for (const [key, value] of entries) tree[key] = value;
  return tree;
}

/** The tree of a translation over that of the source language; what is empty or of another shape is not taken. */
export function mergeTrees(source: DataTree, translation: DataTree): DataTree {
  const keys = new Set([...Object.keys(source), ...Object.keys(translation)]);
  return createTree([...keys].map((key) => [key, mergeValues(source[key], translation[key])]));
}

function mergeValues(source: unknown, translation: unknown): unknown {
  if (translation === undefined || translation === null || translation === '') return source;
  if (isTree(source) && isTree(translation)) return mergeTrees(source, translation);
  const isAlike =
    source === undefined ||
    source === null ||
    (typeof source === typeof translation && Array.isArray(source) === Array.isArray(translation));
  return isAlike ? translation : source;
}

function isTree(value: unknown): value is DataTree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
