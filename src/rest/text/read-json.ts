import type { ParsedYaml, TextFile, YamlEntry, YamlScalar, YamlValue } from '../../config/index.ts';
import type { Place } from '../../diagnostics/index.ts';

/** Deepest nesting. No description of an API comes near it. */
const MAX_DEPTH = 200;

const STRING = /"(?:[^"\\\t\n\r]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y;
const WORD = /true|false|null/y;

/** JSON with the place of every value, a hundred times as fast as by a parser of YAML. Tells the first mistake. */
export function readJson({ path, text }: TextFile): ParsedYaml {
  const reader = new JsonReader(path, text);
  try {
    return { value: reader.readAll(), faults: [] };
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    const { message, offset } = error;
    return { value: undefined, faults: [{ message, place: reader.placeOf(offset) }] };
  }
}

class JsonFault extends Error {
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

class JsonReader {
  readonly #path: string;
  readonly #text: string;
  #at = 0;
  /** Of the last place that was asked for. Values are read in the order of the text. */
  #line = 1;
  #lineStart = 0;

  constructor(path: string, text: string) {
    this.#path = path;
    this.#text = text;
  }

  readAll(): YamlValue {
    const value = this.#readValue(0);
    if (this.#at < this.#text.length) throw this.#fault('Something follows the value');
    return value;
  }

  /** @param offset none before that of the last call */
  placeOf(offset: number): Place {
    for (
      let next = this.#text.indexOf('\n', this.#lineStart);
      next !== -1 && next < offset;
      next = this.#text.indexOf('\n', this.#lineStart)
    ) {
      this.#line += 1;
      this.#lineStart = next + 1;
    }
    return { file: this.#path, line: this.#line, column: offset - this.#lineStart + 1 };
  }

  #readValue(depth: number): YamlValue {
    this.#skip();
    if (depth > MAX_DEPTH) throw this.#fault('It is nested too deeply');
    const place = this.placeOf(this.#at);
    const sign = this.#text[this.#at];
    const value =
      sign === '{'
        ? this.#readMap(place, depth)
        : sign === '['
          ? this.#readList(place, depth)
          : this.#readScalar(place);
    this.#skip();
    return value;
  }

  #readMap(place: Place, depth: number): YamlValue {
    const entries = new Map<string, YamlEntry>();
    this.#at += 1;
    this.#skip();
    while (this.#text[this.#at] !== '}') {
      if (entries.size > 0) this.#expect(',');
      this.#skip();
      const keyPlace = this.placeOf(this.#at);
      const start = this.#at;
      const written = this.#takeString();
      if (written === undefined) throw this.#fault('A name in quotation marks is missing');
      const key = unquote(written);
      if (entries.has(key))
        throw new JsonFault(`The key '${key}' is already on line ${entries.get(key)?.keyPlace.line}`, start);
      this.#skip();
      this.#expect(':');
      entries.set(key, { keyPlace, value: this.#readValue(depth + 1) });
    }
    this.#at += 1;
    return { kind: 'map', entries, place };
  }

  #readList(place: Place, depth: number): YamlValue {
    const values: YamlValue[] = [];
    this.#at += 1;
    this.#skip();
    while (this.#text[this.#at] !== ']') {
      if (values.length > 0) this.#expect(',');
      values.push(this.#readValue(depth + 1));
    }
    this.#at += 1;
    return { kind: 'list', values, place };
  }

  #readScalar(place: Place): YamlScalar {
    const string = this.#takeString();
    if (string !== undefined) {
      const value = unquote(string);
      const verbatim = !string.includes('\\');
      const source = {
        text: value,
        place: verbatim ? { ...place, column: place.column + 1 } : place,
        verbatim,
      };
      return { kind: 'scalar', value, source, place };
    }
    const text = this.#take(NUMBER) ?? this.#take(WORD);
    if (text === undefined)
      throw this.#fault(
        this.#at < this.#text.length ? 'A value is missing' : 'It ends where a value is missing',
      );
    return {
      kind: 'scalar',
      value: JSON.parse(text) as number | boolean | null,
      source: { text, place, verbatim: true },
      place,
    };
  }

  #expect(sign: string): void {
    if (this.#text[this.#at] !== sign) throw this.#fault(`The character '${sign}' is missing`);
    this.#at += 1;
  }

  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }

  /** Over blanks. */
  #skip(): void {
    for (
      let code = this.#text.charCodeAt(this.#at);
      code === 32 || code === 10 || code === 9 || code === 13;
    ) {
      this.#at += 1;
      code = this.#text.charCodeAt(this.#at);
    }
  }

  /** A text in quotation marks as it is written; most have no escapes, and end at the next mark. */
  #takeString(): string | undefined {
    if (this.#text[this.#at] !== '"') return undefined;
    const end = this.#text.indexOf('"', this.#at + 1) + 1;
    const written = this.#text.slice(this.#at, end);
    if (end === 0 || /[\\\t\n\r]/.test(written)) return this.#take(STRING);
    this.#at = end;
    return written;
  }

  #fault(message: string): JsonFault {
    return new JsonFault(message, this.#at);
  }
}

function unquote(written: string): string {
  return written.includes('\\')
    ? (JSON.parse(written.replace(/\p{Cc}/gu, ' ')) as string)
    : written.slice(1, -1);
}
