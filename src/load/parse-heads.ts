import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import { type ParsedYaml, parseYaml, type TextFile } from '../config/index.ts';
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
  /** What was asked for, to be given to another process; undefined where that one would learn nothing. */
  pack(): Buffer | undefined;
}

/** @param read gives what another parser has packed; it is asked for when the first file is parsed */
export function createHeadParser(read: () => Buffer | undefined = () => undefined): HeadParser {
  let kept: ParsedTexts | undefined;
  const asked: ParsedTexts = { heads: new Map(), data: new Map() };
  let isNew = false;
  return {
    parse: (file) => pairBody(recall('heads', nameHead(file), parseHead, file), file),
    parseData: (file) => recall('data', nameText(file.path, file.text), parseWhole, file),
    pack: () => (isNew ? serialize(asked) : undefined),
  };

  function recall<K extends keyof ParsedTexts>(
    kind: K,
    key: string,
    parse: (file: TextFile) => Parsed<K>,
    file: TextFile,
  ): Parsed<K> {
    kept ??= unpack(read());
    const known = (asked[kind].get(key) ?? kept[kind].get(key)) as Parsed<K> | undefined;
    isNew ||= known === undefined;
    const parsed = known ?? parse(file);
    (asked[kind] as Map<string, Parsed<K>>).set(key, parsed);
    return parsed;
  }
}

/** By the names of their states. */
interface ParsedTexts {
  readonly heads: Map<string, ParsedHead>;
  readonly data: Map<string, ParsedYaml>;
}

type Parsed<K extends keyof ParsedTexts> = ParsedTexts[K] extends Map<string, infer T> ? T : never;

function unpack(packed: Buffer | undefined): ParsedTexts {
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
