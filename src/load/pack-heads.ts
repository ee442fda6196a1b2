import type { ParsedYaml, YamlValue } from '../config/index.ts';
import type { Place, Source } from '../diagnostics/index.ts';
import type { ParsedHead } from './parse-frontmatter.ts';

/**
 * What was parsed of a file, in few bytes: JSON that says neither the name of the file at each place nor the names of keys. As it is
 * where it holds what that cannot say.
 */
export type Packed<Parsed> = string | Parsed;

export function packData(file: string, parsed: ParsedYaml): Packed<ParsedYaml> {
  const { value, faults } = parsed;
  if (value === undefined || faults.length > 0) return parsed;
  const written = createWriter(file)(value);
  return written === undefined ? parsed : JSON.stringify(written);
}

export function unpackData(file: string, packed: Packed<ParsedYaml>): ParsedYaml {
  return typeof packed === 'string' ? { value: read(file, JSON.parse(packed)), faults: [] } : packed;
}

export function packHead(file: string, head: ParsedHead): Packed<ParsedHead> {
  const { yaml, bodyAt, foreign } = head;
  if (yaml === undefined || bodyAt === undefined || foreign !== undefined) return head;
  const packed = packData(file, yaml);
  return typeof packed === 'string' ? `${bodyAt} ${packed}` : head;
}

export function unpackHead(file: string, packed: Packed<ParsedHead>): ParsedHead {
  if (typeof packed !== 'string') return packed;
  const end = packed.indexOf(' ');
  return { yaml: unpackData(file, packed.slice(end + 1)), bodyAt: Number(packed.slice(0, end)) };
}

type ScalarValue = (YamlValue & { readonly kind: 'scalar' })['value'];

/** First what it is, then the line and the column of its place. */
type Written =
  | readonly [kind: 0, line: number, column: number, value: ScalarValue]
  | readonly [
      kind: 1,
      line: number,
      column: number,
      value: ScalarValue,
      text: string,
      textLine: number,
      textColumn: number,
      verbatim: boolean,
    ]
  | readonly [kind: 2, line: number, column: number, values: readonly Written[]]
  | readonly [kind: 3, line: number, column: number, entries: readonly WrittenEntry[]];

type WrittenEntry = readonly [key: string, keyLine: number, keyColumn: number, value: Written];

/** Undefined for what stands in several places, as aliases do, for places in other files, and for numbers that JSON does not know. */
function createWriter(file: string): (value: YamlValue) => Written | undefined {
  const seen = new Set<YamlValue>();
  return write;

  function write(value: YamlValue): Written | undefined {
    const { line, column } = value.place;
    if (seen.has(value) || value.place.file !== file) return undefined;
    seen.add(value);
    if (value.kind === 'scalar') return writeScalar(value);
    if (value.kind === 'list') {
      const values = value.values.map(write);
      return isWhole(values) ? [2, line, column, values] : undefined;
    }
    const entries = [...value.entries].map(([key, entry]): WrittenEntry | undefined => {
      const written = entry.keyPlace.file === file ? write(entry.value) : undefined;
      return written && [key, entry.keyPlace.line, entry.keyPlace.column, written];
    });
    return isWhole(entries) ? [3, line, column, entries] : undefined;
  }

  function writeScalar({
    value,
    source,
    place,
  }: YamlValue & { readonly kind: 'scalar' }): Written | undefined {
    const { text, verbatim, place: at } = source;
    const isKnown = typeof value !== 'number' || (Number.isFinite(value) && !Object.is(value, -0));
    if (!isKnown || at.file !== file) return undefined;
    const isPlain = verbatim && text === value && at.line === place.line && at.column === place.column;
    return isPlain
      ? [0, place.line, place.column, value]
      : [1, place.line, place.column, value, text, at.line, at.column, verbatim];
  }
}

function isWhole<T>(list: readonly (T | undefined)[]): list is readonly T[] {
  return !list.includes(undefined);
}

function read(file: string, written: Written): YamlValue {
  const place = { file, line: written[1], column: written[2] };
  if (written[0] === 2) return { kind: 'list', values: written[3].map((value) => read(file, value)), place };
  if (written[0] === 3) {
    const entries = new Map(
      written[3].map(([key, line, column, value]) => [
        key,
        { keyPlace: { file, line, column }, value: read(file, value) },
      ]),
    );
    return { kind: 'map', entries, place };
  }
  return { kind: 'scalar', value: written[3], source: readSource(file, written, place), place };
}

function readSource(file: string, written: Written & readonly [0 | 1, ...unknown[]], place: Place): Source {
  if (written[0] === 0) return { text: `${written[3]}`, place: { ...place }, verbatim: true };
  const [, , , , text, line, column, verbatim] = written;
  return { text, place: { file, line, column }, verbatim };
}
