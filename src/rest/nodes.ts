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

export function asNumber(value: YamlValue | undefined): YamlScalar | undefined {
  return value?.kind === 'scalar' && typeof value.value === 'number' ? value : undefined;
}

export function isTrue(value: YamlValue | undefined): boolean {
  return value?.kind === 'scalar' && value.value === true;
}

export function isText(value: YamlValue | undefined): value is YamlScalar & { readonly value: string } {
  return value?.kind === 'scalar' && typeof value.value === 'string';
}

/** A number as it is written: `9223372036854775807` and `1.10` would be others as values of this language. */
class WrittenNumber {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What JSON calls a number, so not `0x1F` of YAML. */
const JSON_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/;

/** The value as JSON has it, for `printJson`; mappings have no prototype. */
export function formatJson(value: YamlValue): unknown {
  if (value.kind === 'list') return value.values.map(formatJson);
  if (value.kind === 'scalar') {
    const { text } = value.source;
    return typeof value.value === 'number' && JSON_NUMBER.test(text) ? new WrittenNumber(text) : value.value;
  }
  const tree: Record<string, unknown> = Object.create(null);
  for (const [key, entry] of value.entries) tree[key] = formatJson(entry.value);
  return tree;
}

/** As `JSON.stringify`, with numbers as they are written; @param step by which each level is indented, on one line if empty */
export function printJson(value: unknown, step = '', indent = ''): string {
  if (value instanceof WrittenNumber) return value.text;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const inside = indent + step;
  const print = (each: unknown) => printJson(each, step, inside);
  const parts = Array.isArray(value)
    ? value.map(print)
    : Object.entries(value).map(
        ([key, each]) => `${JSON.stringify(key)}:${step === '' ? '' : ' '}${print(each)}`,
      );
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  if (step === '' || parts.length === 0) return `${open}${parts.join(',')}${close}`;
  return `${open}\n${inside}${parts.join(`,\n${inside}`)}\n${indent}${close}`;
}

/** A value in a few characters: texts as they are, everything else as JSON. */
export function formatShort(value: YamlValue): string {
  return isText(value) ? value.value : printJson(formatJson(value));
}
