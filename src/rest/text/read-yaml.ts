import type { TextFile, YamlEntry, YamlValue } from '../../config/index.ts';
import type { Place } from '../../diagnostics/index.ts';
import {
  createText,
  createWord,
  Decline,
  NUMBER_KEY,
  PLAIN_WORDS,
  readFlow,
  readPlain,
} from './read-flow.ts';

/** A line with what counts in it. */
interface Line {
  /** Column of the first character that counts; blanks stand before it, or signs of lists that have been read. */
  indent: number;
  readonly text: string;
  readonly number: number;
}

/** What no file of an honest program holds, or what the library reads as a break, as no character, or as a mistake. */
const UNUSUAL = /[^\n\x20-\x7e\xa1-\u1fff\u2010-\u2027\u2030-\ud7ff\ud800-\udfff\uf900-\ufefe\uff00-\uffef]/;
const KEY =
  /(?:"[^"\\]*"|'[^']*'|[^\s"'#&*!|>%@`?:,[\]{}-](?:[^:#]|:(?! |$)|(?<! )#)*?|-(?! )[^:#]*?):(?: +|$)/y;
const HEADER = /^([|>])([-+]?)$/;
const QUOTED = /^(?:'(?:[^']|'')*'|"(?:[^"\\]|\\["\\/bfnrt])*")$/;
const MAX_DEPTH = 200;

/**
 * YAML in the forms that programs and people write descriptions of an API in, with the place of every value: the library takes
 * thirty times as long. Undefined for any other text, mistakes above all; what is read is what the library reads.
 */
export function readYaml({ path, text }: TextFile): YamlValue | undefined {
  if (UNUSUAL.test(text)) return undefined;
  try {
    return new YamlReader(path, text).readAll();
  } catch (error) {
    if (error instanceof Decline) return undefined;
    throw error;
  }
}

class YamlReader {
  readonly #path: string;
  readonly #lines: readonly Line[];
  #at = 0;

  constructor(path: string, text: string) {
    this.#path = path;
    this.#lines = text
      .split('\n')
      .map((line, at) => ({ indent: line.search(/\S|$/), text: line, number: at + 1 }));
    if (/^---[ \t]*$/.test(this.#lines[0]?.text ?? '')) this.#at = 1;
  }

  readAll(): YamlValue {
    const line = this.#peek();
    if (line === undefined || line.indent > 0) throw new Decline();
    const value = this.#readBlock(0, 0);
    if (this.#peek() !== undefined) throw new Decline();
    return value;
  }

  /** The next line that says something. */
  #peek(): Line | undefined {
    for (; this.#at < this.#lines.length; this.#at += 1) {
      const line = this.#lines[this.#at];
      if (line === undefined) return undefined;
      const sign = line.text[line.indent];
      if (sign === undefined || sign === '#') continue;
      if (line.indent === 0 && /^(?:---|\.\.\.|%)/.test(line.text)) throw new Decline();
      return line;
    }
    return undefined;
  }

  /** The mapping or list whose first line is next. */
  #readBlock(indent: number, depth: number): YamlValue {
    const line = this.#peek();
    if (line?.indent !== indent || depth > MAX_DEPTH) throw new Decline();
    return isItem(line) ? this.#readList(indent, depth) : this.#readMap(indent, depth);
  }

  #readMap(indent: number, depth: number): YamlValue {
    const entries = new Map<string, YamlEntry>();
    let place: Place | undefined;
    for (let line = this.#peek(); line !== undefined && line.indent >= indent; line = this.#peek()) {
      if (line.indent > indent) throw new Decline();
      if (isItem(line)) break;
      KEY.lastIndex = indent;
      const [written] = KEY.exec(line.text) ?? [];
      if (written === undefined) throw new Decline();
      const key = readKey(written.slice(0, written.lastIndexOf(':')));
      const keyPlace = this.#placeOf(line, indent);
      place ??= keyPlace;
      if (entries.has(key)) throw new Decline();
      const colon = indent + written.trimEnd().length;
      entries.set(key, {
        keyPlace,
        value: this.#readValue(line, indent + written.length, colon, indent, depth, true),
      });
    }
    if (place === undefined) throw new Decline();
    return { kind: 'map', entries, place };
  }

  #readList(indent: number, depth: number): YamlValue {
    const values: YamlValue[] = [];
    let place: Place | undefined;
    for (let line = this.#peek(); line?.indent === indent && isItem(line); line = this.#peek()) {
      place ??= this.#placeOf(line, indent);
      const start = line.text.slice(indent + 1).search(/\S|$/) + indent + 1;
      KEY.lastIndex = start;
      const isBlock =
        start < line.text.length && (/^-(?: |$)/.test(line.text.slice(start)) || KEY.test(line.text));
      if (isBlock) {
        line.indent = start;
        values.push(this.#readBlock(start, depth + 1));
      } else values.push(this.#readValue(line, start, indent + 1, indent, depth, false));
    }
    if (place === undefined) throw new Decline();
    return { kind: 'list', values, place };
  }

  /**
   * What stands behind a key or the sign of an item.
   *
   * @param start where it begins on the line; its end where nothing stands there
   * @param sign end of what stands before it
   * @param indent of what it belongs to
   */
  #readValue(
    line: Line,
    start: number,
    sign: number,
    indent: number,
    depth: number,
    isOfKey: boolean,
  ): YamlValue {
    const written = line.text.slice(start);
    if (/^#|\s$/.test(written)) throw new Decline();
    this.#at += 1;
    if (written === '') {
      if (sign !== line.text.length) throw new Decline();
      const next = this.#peek();
      if (next !== undefined && (next.indent > indent || (isOfKey && next.indent === indent && isItem(next))))
        return this.#readBlock(next.indent, depth + 1);
      return createWord('', null, this.#placeOf(line, sign));
    }
    const place = this.#placeOf(line, start);
    const first = written[0] ?? '';
    if (HEADER.test(written)) return this.#readText(written, place, indent);
    if (first === '"' || first === "'") return this.#readQuoted(written, place);
    if (first === '[' || first === '{') return readFlow(written, place);
    return this.#readPlain(written, place, indent);
  }

  #readQuoted(written: string, place: Place): YamlValue {
    if (!QUOTED.test(written)) throw new Decline();
    const inner = written.slice(1, -1);
    if (written.startsWith("'"))
      return createText(inner.replaceAll("''", "'"), place, !inner.includes("'"), 1);
    if (!inner.includes('\\')) return createText(inner, place, true, 1);
    return createText(JSON.parse(written) as string, place, false, 0);
  }

  /** Words without quotation marks, which go on over lines that are indented. */
  #readPlain(written: string, place: Place, indent: number): YamlValue {
    if (!PLAIN_WORDS.test(written) || / #|: |:$/.test(written)) throw new Decline();
    let text = written;
    let breaks = 0;
    let isLong = false;
    for (; this.#at < this.#lines.length; this.#at += 1) {
      const line = this.#lines[this.#at];
      if (line === undefined) break;
      const words = line.text.slice(line.indent);
      if (words === '') {
        breaks += 1;
        continue;
      }
      if (line.indent <= indent) break;
      if (/^#| #|: |:$|\s$/.test(words)) throw new Decline();
      text += breaks === 0 ? ` ${words}` : `${'\n'.repeat(breaks)}${words}`;
      breaks = 0;
      isLong = true;
    }
    if (isLong) return createText(text, place, false, 0);
    return createWord(text, readPlain(text), place);
  }

  /** A block of lines that stand as they are, or are folded. */
  #readText(header: string, place: Place, indent: number): YamlValue {
    const [, style = '', chomp = ''] = HEADER.exec(header) ?? [];
    const lines: string[] = [];
    let own = -1;
    for (; this.#at < this.#lines.length; this.#at += 1) {
      const line = this.#lines[this.#at];
      if (line === undefined) break;
      const isBlank = line.indent === line.text.length;
      if (isBlank && own < 0 && line.indent > 0) throw new Decline();
      if (!isBlank && own < 0) own = line.indent;
      if (!isBlank && line.indent < own) break;
      if (own <= indent && own >= 0) throw new Decline();
      if (isBlank && line.indent > own && own >= 0) throw new Decline();
      lines.push(isBlank ? '' : line.text.slice(own));
    }
    // What is left of blank lines behind the last words.
    let end = lines.length;
    while (end > 0 && lines[end - 1] === '') end -= 1;
    if (end === 0 || chomp === '+') throw new Decline();
    // Where the file ends without a break, the text does too.
    if (chomp === '' && end === lines.length && this.#at >= this.#lines.length) throw new Decline();
    const words = lines.slice(0, end);
    const text = style === '|' ? words.join('\n') : fold(words);
    const value = chomp === '-' ? text : `${text}\n`;
    const isOneLine = words.length === 1;
    const source = isOneLine
      ? { text: value, place: { ...place, line: place.line + 1, column: own + 1 }, verbatim: true }
      : { text: value, place, verbatim: false };
    return { kind: 'scalar', value, source, place };
  }

  #placeOf(line: Line, column: number): Place {
    return { file: this.#path, line: line.number, column: column + 1 };
  }
}

function isItem({ text, indent }: Line): boolean {
  return text[indent] === '-' && (text[indent + 1] === ' ' || text.length === indent + 1);
}

/** Lines of one paragraph become one. Lines that are indented more stay, which is left to the library. */
function fold(lines: readonly string[]): string {
  let text = '';
  let breaks = 0;
  for (const line of lines) {
    if (/^\s/.test(line)) throw new Decline();
    if (line === '') breaks += 1;
    else {
      text +=
        text === '' && breaks === 0 ? line : breaks === 0 ? ` ${line}` : `${'\n'.repeat(breaks)}${line}`;
      breaks = 0;
    }
  }
  return text;
}

function readKey(written: string): string {
  if (/^['"]/.test(written)) {
    if (!/^(?:"[^"\\]*"|'[^']*')$/.test(written)) throw new Decline();
    return written.slice(1, -1);
  }
  if (
    written.length > 1000 ||
    /\s$/.test(written) ||
    written === '<<' ||
    (typeof readPlain(written) !== 'string' && !NUMBER_KEY.test(written))
  )
    throw new Decline();
  return written;
}
