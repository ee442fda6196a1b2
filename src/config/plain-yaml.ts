import type { Place, Source } from '../diagnostics/index.ts';
import type { YamlEntry, YamlMap, YamlScalar, YamlValue } from './yaml-types.ts';

/**
 * A mapping in the few forms that nearly all frontmatter has: words, quoted texts, lists and mappings, each value on one line.
 * The library takes fifty times as long, a twentieth of `decant check`. Undefined for any other text, mistakes above all.
 */
export function readPlainYaml({ text, place }: Source): YamlMap | undefined {
  if (text.length > LONG || UNUSUAL.test(text)) return undefined;
  const lines = text.split('\n').map((line) => LINE.exec(line));
  if (!lines.every((line) => line !== null)) return undefined;
  const placeOf: PlaceOf = (line, column) => ({
    file: place.file,
    line: place.line + line,
    column: line === 0 ? place.column + column : column + 1,
  });
  const reader = { lines, placeOf, at: 0 };
  skipBlank(reader);
  const value = readMap(reader, 0);
  return reader.at === lines.length ? value : undefined;
}

/** Counts from 0, in the text. */
type PlaceOf = (line: number, column: number) => Place;

interface Reader {
  readonly lines: readonly RegExpExecArray[];
  readonly placeOf: PlaceOf;
  /** The next line that is not blank. */
  at: number;
}

/** Characters. What is longer may hold more values than the library may give, or mappings too deep for the stack. */
const LONG = 100_000;

/** What the library may see as a break, as no character at all, or as a mistake. */
const UNUSUAL = /[^\n\x20-\x7e\xa1-\u1fff\u2010-\u2027\u2030-\ud7ff\uf900-\ufefe\uff00-\uffef]/;

/** Begins with a letter, `/` or `<`, so it is no number; what stands for itself is told by `WORD`. */
const PLAIN = /[<A-Za-z/\xc0-\uffef](?:[^\s:#]|:(?=\S)|(?<=\S)#| +(?=[^\s#]))*/;
const QUOTED = /'(?:[^']|'')*'|"[^"\\]*"/;
const LINE = new RegExp(
  `^( *)(?:(?:(- +)|([A-Za-z_][\\w-]*):(?: +|$))(${PLAIN.source}|${QUOTED.source})?)?$`,
);
const WORD = /^(?:true|false|null)$/i;

function skipBlank(reader: Reader): void {
  while (reader.lines[reader.at]?.[0] === '') reader.at += 1;
}

/** The next line, if it is indented so. */
function peek({ lines, at }: Reader, indent: number): RegExpExecArray | undefined {
  const line = lines[at];
  return line?.[1]?.length === indent ? line : undefined;
}

function readMap(reader: Reader, indent: number): YamlMap | undefined {
  const place = reader.placeOf(reader.at, indent);
  const entries = new Map<string, YamlEntry>();
  for (let line = peek(reader, indent); line?.[3] !== undefined; line = peek(reader, indent)) {
    const key = line[3];
    const keyPlace = reader.placeOf(reader.at, indent);
    const value = readValue(reader, line, indent);
    if (value === undefined || entries.has(key) || WORD.test(key)) return undefined;
    entries.set(key, { keyPlace, value });
  }
  return entries.size === 0 ? undefined : { kind: 'map', entries, place };
}

function readValue(reader: Reader, line: RegExpExecArray, indent: number): YamlValue | undefined {
  if (line[4] !== undefined) return readScalar(reader, line);
  advance(reader);
  const next = reader.lines[reader.at];
  const own = next?.[1]?.length ?? 0;
  if (next?.[2] !== undefined && own >= indent) return readList(reader, own);
  return own > indent ? readMap(reader, own) : undefined;
}

function readList(reader: Reader, indent: number): YamlValue | undefined {
  const place = reader.placeOf(reader.at, indent);
  const values: YamlValue[] = [];
  for (let line = peek(reader, indent); line?.[2] !== undefined; line = peek(reader, indent)) {
    const value = readScalar(reader, line);
    if (value === undefined) return undefined;
    values.push(value);
  }
  return { kind: 'list', values, place };
}

function readScalar(reader: Reader, { 0: line, 4: written }: RegExpExecArray): YamlScalar | undefined {
  if (written === undefined) return undefined;
  const place = reader.placeOf(reader.at, line.length - written.length);
  advance(reader);
  const quote = written[0] === "'" || written[0] === '"' ? written[0] : undefined;
  if (quote !== undefined) return createText(written.slice(1, -1), quote, place);
  const isWord = WORD.test(written);
  if (isWord && written !== 'true' && written !== 'false') return undefined;
  const source = { text: written, place, verbatim: true };
  return { kind: 'scalar', value: isWord ? written === 'true' : written, source, place };
}

/** `createScalarSource` has the rule for what is verbatim. */
function createText(written: string, quote: string, place: Place): YamlScalar {
  const text = quote === "'" ? written.replaceAll("''", "'") : written;
  const verbatim = `${written}${quote}`.startsWith(text);
  const column = place.column + (verbatim ? 1 : 0);
  return { kind: 'scalar', value: text, source: { text, place: { ...place, column }, verbatim }, place };
}

function advance(reader: Reader): void {
  reader.at += 1;
  skipBlank(reader);
}
