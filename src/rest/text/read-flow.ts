import type { YamlEntry, YamlScalar, YamlValue } from '../../config/index.ts';
import type { Place } from '../../diagnostics/index.ts';

/** A text that is left to the library. */
export class Decline extends Error {}

/** How words begin that stand without quotation marks. */
export const PLAIN_WORDS = /^(?:[^\s"'#&*!|>%@`?:,[\]{}-]|[-?:](?=[^\s,[\]{}]))/;

/** Numbers that are written in the one way in which they are printed. */
export const NUMBER_KEY = /^(?:0|[1-9]\d{0,14})$/;

const INTEGER = /^[-+]?\d{1,15}$/;
const FLOAT = /^[-+]?(?:\d+\.\d*|\.\d+)$/;
const ODD_NUMBER = /^[-+]?(?:\d[\d_]*$|\.?\d.*e|0[xob]|\.(?:inf|nan)$)/i;

/** What words stand for that are not in quotation marks. */
export function readPlain(text: string): string | number | boolean | null {
  if (/^(?:true|false|null|~)$/i.test(text)) {
    if (text === 'true' || text === 'false') return text === 'true';
    if (text === 'null' || text === '~') return null;
    throw new Decline();
  }
  if (INTEGER.test(text) || FLOAT.test(text)) return Number(text);
  if (ODD_NUMBER.test(text)) throw new Decline();
  return text;
}

const TOKEN =
  / *(?:("[^"\\]*"|'[^']*'|[^\s"'#&*!|>%@`?:,[\]{}-](?:[^\s,[\]{}:#]|[:#](?=[^\s,[\]{}])| +(?=[^\s,[\]{}:#]))*|-(?=[^\s,[\]{}])[^\s,[\]{}:#]*)|([[\]{},])|(:)(?= ))/y;

/** A list or mapping on one line: `[a, b]`, `{ type: string }`. */
export function readFlow(written: string, place: Place): YamlValue {
  const reader = { text: written, at: 0, place };
  const value = readValue(reader, 0);
  if (reader.at < written.length) throw new Decline();
  return value;
}

interface Reader {
  readonly text: string;
  at: number;
  readonly place: Place;
}

interface Token {
  readonly word: string | undefined;
  readonly sign: string | undefined;
  readonly place: Place;
}

function take(reader: Reader): Token {
  TOKEN.lastIndex = reader.at;
  const found = TOKEN.exec(reader.text);
  if (found === null) throw new Decline();
  const [whole, word, sign, colon] = found;
  const begin = reader.at + whole.length - (word ?? sign ?? colon ?? '').length;
  reader.at += whole.length;
  return { word, sign: sign ?? colon, place: { ...reader.place, column: reader.place.column + begin } };
}

function readValue(reader: Reader, depth: number): YamlValue {
  const token = take(reader);
  if (depth > 50) throw new Decline();
  if (token.word !== undefined) return readWord(token.word, token.place);
  if (token.sign === '[') return readList(reader, token.place, depth);
  if (token.sign === '{') return readMap(reader, token.place, depth);
  throw new Decline();
}

function readList(reader: Reader, place: Place, depth: number): YamlValue {
  const values: YamlValue[] = [];
  if (isNext(reader, ']')) return { kind: 'list', values, place };
  for (;;) {
    values.push(readValue(reader, depth + 1));
    const { sign } = take(reader);
    if (sign === ']') return { kind: 'list', values, place };
    if (sign !== ',') throw new Decline();
  }
}

function readMap(reader: Reader, place: Place, depth: number): YamlValue {
  const entries = new Map<string, YamlEntry>();
  if (isNext(reader, '}')) return { kind: 'map', entries, place };
  for (;;) {
    const name = take(reader);
    if (name.word === undefined || take(reader).sign !== ':') throw new Decline();
    const { value, source } = readWord(name.word, name.place);
    if (typeof value !== 'string' && !NUMBER_KEY.test(name.word)) throw new Decline();
    if (entries.has(source.text) || source.text === '<<') throw new Decline();
    entries.set(source.text, { keyPlace: name.place, value: readValue(reader, depth + 1) });
    const { sign } = take(reader);
    if (sign === '}') return { kind: 'map', entries, place };
    if (sign !== ',') throw new Decline();
  }
}

function isNext(reader: Reader, sign: string): boolean {
  const { at } = reader;
  if (/^ *(.)/.exec(reader.text.slice(at))?.[1] === sign) return take(reader).sign === sign;
  return false;
}

function readWord(word: string, place: Place): YamlScalar {
  return /^['"]/.test(word)
    ? createText(word.slice(1, -1), place, true, 1)
    : createWord(word, readPlain(word), place);
}

/** @param skip of a quotation mark before it */
export function createText(text: string, place: Place, verbatim: boolean, skip: number): YamlScalar {
  const at = verbatim ? { ...place, column: place.column + skip } : place;
  return { kind: 'scalar', value: text, source: { text, place: at, verbatim }, place };
}

export function createWord(text: string, value: YamlScalar['value'], place: Place): YamlScalar {
  return { kind: 'scalar', value, source: { text, place, verbatim: true }, place };
}
