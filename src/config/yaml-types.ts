import type { Place, Source } from '../diagnostics/index.ts';

/** A text, number, flag or nothing. `source` is a text's value, or what is written for the other kinds. */
export interface YamlScalar {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  readonly source: Source;
  readonly place: Place;
}

export interface YamlList {
  readonly kind: 'list';
  readonly values: readonly YamlValue[];
  readonly place: Place;
}

export interface YamlEntry {
  readonly keyPlace: Place;
  readonly value: YamlValue;
  /** What the source language has there, where `value` is from a translation. */
  readonly original?: YamlValue;
}

export interface YamlMap {
  readonly kind: 'map';
  readonly entries: ReadonlyMap<string, YamlEntry>;
  readonly place: Place;
}

/** A YAML value with the place of each of its parts; aliases are resolved. */
export type YamlValue = YamlScalar | YamlList | YamlMap;

export interface YamlFault {
  /** Without a full stop: it stands after a colon. */
  readonly message: string;
  readonly hint?: string;
  readonly place: Place;
}

/** What a YAML text holds; `value` is undefined if it is empty or broken. */
export interface ParsedYaml {
  readonly value: YamlValue | undefined;
  readonly faults: readonly YamlFault[];
}
