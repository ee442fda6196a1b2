import type { YamlEntry, YamlMap, YamlScalar, YamlValue } from '../config/index.ts';
import type { Source } from '../diagnostics/index.ts';

/** What a mapping has under a key; undefined for anything else. */
export function findMember(value: YamlValue | undefined, key: string): YamlValue | undefined {
  return value?.kind === 'map' ? value.entries.get(key)?.value : undefined;
}

/** The value as a mapping. */
export function asMap(value: YamlValue | undefined): YamlMap | undefined {
  return value?.kind === 'map' ? value : undefined;
}

export function listEntries(value: YamlValue | undefined): readonly (readonly [string, YamlEntry])[] {
  return value?.kind === 'map' ? [...value.entries] : [];
}

export function listValues(value: YamlValue | undefined): readonly YamlValue[] {
  return value?.kind === 'list' ? value.values : [];
}

/** A text that says something. */
export function readSource(value: YamlValue | undefined): Source | undefined {
  return isText(value) && value.value.trim() !== '' ? value.source : undefined;
}

/** The words of such a text. */
export function readWord(value: YamlValue | undefined): string | undefined {
  return isText(value) && value.value.trim() !== '' ? value.value : undefined;
}

export function readNumber(value: YamlValue | undefined): number | undefined {
  return value?.kind === 'scalar' && typeof value.value === 'number' ? value.value : undefined;
}

export function isTrue(value: YamlValue | undefined): boolean {
  return value?.kind === 'scalar' && value.value === true;
}

export function isText(value: YamlValue | undefined): value is YamlScalar & { readonly value: string } {
  return value?.kind === 'scalar' && typeof value.value === 'string';
}

/** The value as JSON has it; mappings have no prototype. */
export function formatJson(value: YamlValue): unknown {
  if (value.kind === 'scalar') return value.value;
  if (value.kind === 'list') return value.values.map(formatJson);
  const tree: Record<string, unknown> = Object.create(null);
  for (const [key, entry] of value.entries) tree[key] = formatJson(entry.value);
  return tree;
}

/** A value in a few characters: texts as they are, everything else as JSON. */
export function formatShort(value: YamlValue): string {
  return isText(value) ? value.value : (JSON.stringify(formatJson(value)) ?? '');
}
