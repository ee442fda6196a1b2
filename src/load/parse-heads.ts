import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import type { TextFile } from '../config/index.ts';
import {
  findFrontmatterEnd,
  type ParsedFile,
  type ParsedHead,
  pairBody,
  parseHead,
} from './parse-frontmatter.ts';

/**
 * Parses Markdown files, the frontmatter of each state of a file once. A site is read once for each set of versions that is asked
 * about, and its commits have most files in common; parsing YAML is half of reading a site.
 */
export interface HeadParser {
  parse(file: TextFile): ParsedFile;
  /** What was asked for, to be given to another process; undefined where that one would learn nothing. */
  pack(): Buffer | undefined;
}

/** @param read gives what another parser has packed; it is asked for when the first file is parsed */
export function createHeadParser(read: () => Buffer | undefined = () => undefined): HeadParser {
  let kept: ReadonlyMap<string, ParsedHead> | undefined;
  const asked = new Map<string, ParsedHead>();
  let isNew = false;
  return {
    parse(file) {
      kept ??= unpack(read());
      const key = nameHead(file);
      const known = asked.get(key) ?? kept.get(key);
      isNew ||= known === undefined;
      const head = known ?? parseHead(file);
      asked.set(key, head);
      return pairBody(head, file);
    },
    pack: () => (isNew ? serialize(asked) : undefined),
  };
}

function unpack(packed: Buffer | undefined): ReadonlyMap<string, ParsedHead> {
  return packed === undefined ? new Map() : deserialize(packed);
}

/** Of all that decides what a head is parsed to: the character behind it may be the break that ends its last line. */
function nameHead({ path, text }: TextFile): string {
  const head = text.slice(0, findFrontmatterEnd(text) + 1);
  return createHash('sha1').update(`${path}\n${head}`).digest('base64');
}
