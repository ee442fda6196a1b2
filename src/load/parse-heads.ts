import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import { type ParsedYaml, parseYaml, type TextFile } from '../config/index.ts';
import { type Packed, packData, packHead, unpackData, unpackHead } from './pack-heads.ts';
import {
  findFrontmatterEnd,
  type ParsedFile,
  type ParsedHead,
  pairBody,
  parseHead,
} from './parse-frontmatter.ts';

/**
 * Parses the frontmatter of Markdown files and the YAML of data, each state of a file once. A site is read once for each set of
 * versions that is asked about, and its commits have most files in common; parsing YAML is half of reading a site.
 */
export interface HeadParser {
  parse(file: TextFile): ParsedFile;
  /** A file that is YAML and nothing else. */
  parseData(file: TextFile): ParsedYaml;
  /** What was asked for, to be given to another process; undefined where that one would learn next to nothing. */
  pack(): Buffer | undefined;
}

/** @param read gives what another parser has packed; it is asked for when the first file is parsed */
export function createHeadParser(read: () => Buffer | undefined = () => undefined): HeadParser {
  let kept: PackedTexts | undefined;
  const heads = new Map<string, Known<ParsedHead>>();
  const data = new Map<string, Known<ParsedYaml>>();
  let learnt = 0;
  return {
    parse(file) {
      const name = nameHead(file);
      const known = heads.get(name)?.parsed ?? find('heads', name, (packed) => unpackHead(file.path, packed));
      const parsed = known ?? parseHead(file);
      heads.set(name, { file: file.path, parsed });
      return pairBody(parsed, file);
    },
    parseData(file) {
      const name = nameText(file.path, file.text);
      const known = data.get(name)?.parsed ?? find('data', name, (packed) => unpackData(file.path, packed));
      const parsed = known ?? parseWhole(file);
      data.set(name, { file: file.path, parsed });
      return parsed;
    },
    pack() {
      if (learnt === 0 || learnt < (heads.size + data.size) * WORTH) return undefined;
      const packed: PackedTexts = { heads: packAll(heads, packHead), data: packAll(data, packData) };
      return serialize(packed);
    },
  };

  function find<K extends keyof PackedTexts, T>(
    kind: K,
    name: string,
    unpackOne: (packed: PackedOf<K>) => T,
  ): T | undefined {
    kept ??= unpack(read());
    const packed = kept[kind].get(name) as PackedOf<K> | undefined;
    if (packed === undefined) learnt++;
    return packed === undefined ? undefined : unpackOne(packed);
  }
}

/** The share of new states that is worth writing all of them. */
const WORTH = 0.02;

interface Known<Parsed> {
  readonly file: string;
  readonly parsed: Parsed;
}

/** By the names of their states. */
interface PackedTexts {
  readonly heads: ReadonlyMap<string, Packed<ParsedHead>>;
  readonly data: ReadonlyMap<string, Packed<ParsedYaml>>;
}

type PackedOf<K extends keyof PackedTexts> = PackedTexts[K] extends ReadonlyMap<string, infer T> ? T : never;

function packAll<T>(
  all: ReadonlyMap<string, Known<T>>,
  packOne: (file: string, parsed: T) => Packed<T>,
): ReadonlyMap<string, Packed<T>> {
  return new Map([...all].map(([name, { file, parsed }]) => [name, packOne(file, parsed)]));
}

function unpack(packed: Buffer | undefined): PackedTexts {
  return packed === undefined ? { heads: new Map(), data: new Map() } : deserialize(packed);
}

function parseWhole({ path, text }: TextFile): ParsedYaml {
  return parseYaml({ text, place: { file: path, line: 1, column: 1 }, verbatim: true });
}

/** Of all that decides what a head is parsed to: the character behind it may be the break that ends its last line. */
function nameHead({ path, text }: TextFile): string {
  return nameText(path, text.slice(0, findFrontmatterEnd(text) + 1));
}

function nameText(path: string, text: string): string {
  return createHash('sha1').update(`${path}\n${text}`).digest('base64');
}
