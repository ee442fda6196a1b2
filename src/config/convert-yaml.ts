import { isAlias, isMap, isScalar, isSeq, type ParsedNode, type Scalar, type YAMLMap } from 'yaml';
import type { Place } from '../diagnostics/index.ts';
import { createScalarSource } from './scalar-source.ts';
import type { ParsedYaml, YamlEntry, YamlFault, YamlMap, YamlScalar, YamlValue } from './yaml-types.ts';

/** Aliases may name large parts again and again; no honest file comes near this number of values. */
const MAX_VALUES = 100_000;

type PlaceOf = (offset: number) => Place;

/** The library's tree as plain values with places; aliases become what they name. Throws a RangeError beyond any sane size. */
export function convertNode(root: unknown, text: string, placeOf: PlaceOf): ParsedYaml {
  const faults: YamlFault[] = [];
  const anchors = new Map<string, unknown>();
  const open = new Set<unknown>();
  let count = 0;

  const convert = (node: unknown, fallback: Place): YamlValue => {
    const place = placeOfNode(node, placeOf) ?? fallback;
    count += 1;
    if (count > MAX_VALUES) throw new RangeError('Too many values.');
    if (isAlias(node)) return convertAlias(node.source, place);
    if (!isMap(node) && !isSeq(node) && !isScalar(node)) return createNothing(place);
    if (node.anchor !== undefined) anchors.set(node.anchor, node);
    if (isScalar(node)) return createScalar(node, text, place);
    open.add(node);
    const value = isMap(node) ? convertMap(node, place) : convertList(node.items, place);
    open.delete(node);
    return value;
  };

  const convertAlias = (name: string, place: Place): YamlValue => {
    const target = anchors.get(name);
    if (target === undefined) {
      const hint = "Put a text that begins with '*' in quotation marks.";
      faults.push({ message: `Nothing above is marked as '&${name}'`, hint, place });
      return createNothing(place);
    }
    if (!open.has(target)) return convert(target, place);
    faults.push({ message: 'An alias is inside what it names', place });
    return createNothing(place);
  };

  const convertList = (items: readonly unknown[], place: Place): YamlValue => ({
    kind: 'list',
    values: items.map((child) => convert(child, place)),
    place,
  });

  const convertMap = (node: YAMLMap, place: Place): YamlMap => {
    const entries = new Map<string, YamlEntry>();
    for (const { key, value } of node.items) {
      const keyPlace = placeOfNode(key, placeOf) ?? place;
      if (!isScalar(key)) faults.push({ ...NO_WORD, place: keyPlace });
      else if (isMergeKey(key)) merge(value, keyPlace, entries);
      else entries.set(String(key.value), { keyPlace, value: convert(value, keyPlace) });
    }
    return { kind: 'map', entries, place };
  };

  /** Adds what a mapping does not have itself: of several the first one counts. */
  const merge = (node: unknown, place: Place, entries: Map<string, YamlEntry>): void => {
    const before = faults.length;
    const value = convert(node, place);
    const parts = value.kind === 'list' ? value.values : [value];
    for (const part of parts) {
      if (part.kind === 'map') takeOver(part, entries);
      else if (faults.length === before) faults.push({ ...NO_MAPPING, place });
    }
  };

  const value = convert(root, placeOf(0));
  return faults.length > 0 ? { value: undefined, faults } : { value, faults };
}

function takeOver({ entries: from }: YamlMap, entries: Map<string, YamlEntry>): void {
  for (const [key, entry] of from) if (!entries.has(key)) entries.set(key, entry);
}

/** As nearly every reader of YAML knows it, though version 1.2 does not. In quotation marks it is a key like any other. */
function isMergeKey({ value, type }: Scalar): boolean {
  return value === '<<' && type === 'PLAIN';
}

const NO_MAPPING: Omit<YamlFault, 'place'> = {
  message: "The key '<<' takes over the keys of a mapping, but this is not a mapping",
  hint: "Write '<<: *NAME', where '&NAME' marks a mapping above, or put the key in quotation marks.",
};

const NO_WORD: Omit<YamlFault, 'place'> = {
  message: "A key is not a plain word, which happens when text begins with '{'",
  hint: 'Put the text in quotation marks.',
};

function placeOfNode(node: unknown, placeOf: PlaceOf): Place | undefined {
  const range = (node as Partial<ParsedNode> | null)?.range;
  return range ? placeOf(range[0]) : undefined;
}

function createNothing(place: Place): YamlScalar {
  return { kind: 'scalar', value: null, source: { text: '', place, verbatim: false }, place };
}

function createScalar(
  node: Parameters<typeof createScalarSource>[0],
  text: string,
  place: Place,
): YamlScalar {
  const { value } = node;
  const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  const source = createScalarSource(node, text, place);
  return { kind: 'scalar', value: isPlain ? value : value === null ? null : String(value), source, place };
}
