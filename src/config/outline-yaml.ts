import { isMap, isScalar, isSeq, LineCounter, type ParsedNode, parseDocument } from 'yaml';
import { placeAt, type Source } from '../diagnostics/index.ts';
import { createScalarSource } from './scalar-source.ts';

/** Where a value stands in a text of YAML, for those who change the text. Offsets count in it; `end` is no part of the value. */
export type YamlOutline = YamlScalarOutline | YamlListOutline | YamlMapOutline;

interface Stretch {
  readonly start: number;
  readonly end: number;
}

export interface YamlScalarOutline extends Stretch {
  readonly kind: 'scalar';
  readonly value: unknown;
  /** The same text, and the same place, as `parseYaml` gives it. */
  readonly source: Source;
}

export interface YamlListOutline extends Stretch {
  readonly kind: 'list';
  /** Whether it is written in brackets. */
  readonly isFlow: boolean;
  readonly items: readonly YamlOutline[];
}

export interface YamlMapOutline extends Stretch {
  readonly kind: 'map';
  readonly isFlow: boolean;
  readonly pairs: readonly YamlPairOutline[];
}

/** `start` is that of the key. */
export interface YamlPairOutline {
  readonly key: string;
  readonly start: number;
  readonly value: YamlOutline | undefined;
}

/** Undefined for a text with mistakes, and for an empty one. What an alias stands for is left out: it is written elsewhere. */
export function outlineYaml(source: Source): YamlOutline | undefined {
  const document = parseDocument(source.text, { lineCounter: new LineCounter(), prettyErrors: false });
  if (document.errors.length > 0) return undefined;
  return outline(document.contents);

  function outline(node: ParsedNode | null): YamlOutline | undefined {
    if (node === null) return undefined;
    const [start, end] = node.range;
    if (isScalar(node)) {
      const value = createScalarSource(node, source.text, placeAt(source, start));
      return { kind: 'scalar', start, end, value: node.value, source: value };
    }
    const isFlow = 'flow' in node && node.flow === true;
    if (isSeq(node)) {
      const items = node.items.flatMap((item) => outline(item as ParsedNode | null) ?? []);
      return { kind: 'list', start, end, isFlow, items };
    }
    if (!isMap(node)) return undefined;
    const pairs = node.items.flatMap(({ key, value }): readonly YamlPairOutline[] =>
      isScalar(key)
        ? [
            {
              key: String(key.value),
              start: (key as ParsedNode).range[0],
              value: outline(value as ParsedNode | null),
            },
          ]
        : [],
    );
    return { kind: 'map', start, end, isFlow, pairs };
  }
}
