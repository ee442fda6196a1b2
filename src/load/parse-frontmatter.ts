import { createRequire } from 'node:module';
import type matter from 'gray-matter';
import { type ParsedYaml, parseYaml, type TextFile, type YamlFault } from '../config/index.ts';
import { type Place, placeAt, type Source } from '../diagnostics/index.ts';

/** A Markdown file in its two parts. `yaml` is undefined where the file has no frontmatter. */
export interface ParsedFile {
  readonly yaml: ParsedYaml | undefined;
  readonly body: Source;
  /** Frontmatter in a language other than YAML; it is never run. */
  readonly foreign?: { readonly name: string; readonly place: Place };
}

const DELIMITER = '---';

/** What comes before the body of a Markdown file. Plain data, which knows nothing of the body. */
export interface ParsedHead extends Omit<ParsedFile, 'body'> {
  /** Where the body begins; undefined where there is none to read. */
  readonly bodyAt: number | undefined;
}

/** Splits a Markdown file at its frontmatter and parses that, with the place of every value. */
export function parseFrontmatter(file: TextFile): ParsedFile {
  return pairBody(parseHead(file), file);
}

export function parseHead({ path, text }: TextFile): ParsedHead {
  const whole = openWhole({ path, text });
  if (!text.startsWith(DELIMITER) || text.startsWith('----')) return { yaml: undefined, bodyAt: 0 };
  const language = loadMatter().language(text);
  if (!/^(ya?ml)?$/i.test(language.name)) {
    const foreign = { name: language.name, place: placeAt(whole, DELIMITER.length) };
    return { yaml: undefined, bodyAt: undefined, foreign };
  }
  const { yaml, content } = split(text);
  // Blanks after the delimiter are no language; gray-matter leaves them in the block.
  const start = DELIMITER.length + (language.name === '' ? 0 : language.raw.length);
  const bodyAt = text.length - content.length;
  const isClosed = start + yaml.length < text.length;
  if (!isClosed) return { yaml: { value: undefined, faults: [describeUnclosed(whole)] }, bodyAt };
  return { yaml: parseYaml(cut(whole, start, start + yaml.length)), bodyAt };
}

/** A file of which the head is known. */
export function pairBody({ bodyAt, ...head }: ParsedHead, file: TextFile): ParsedFile {
  const { length } = file.text;
  return { ...head, body: cut(openWhole(file), bodyAt ?? length, length) };
}

function openWhole({ path, text }: TextFile): Source {
  return { text, place: { file: path, line: 1, column: 1 }, verbatim: true };
}

/**
 * Where the line of a file is over that closes its frontmatter; 0 where it has none, its length where that is not closed.
 * Files that are equal so far differ in their bodies only.
 */
export function findFrontmatterEnd(text: string): number {
  if (!text.startsWith(DELIMITER) || text.startsWith('----')) return 0;
  const end = text.indexOf(`\n${DELIMITER}`);
  return end === -1 ? text.length : end + 1 + DELIMITER.length;
}

/** Where all that a site begins with is known from the last time, nobody needs it. Loading it takes longer than parsing hundreds of files. */
function loadMatter(): typeof matter {
  loaded ??= createRequire(import.meta.url)('gray-matter') as typeof matter;
  return loaded;
}

let loaded: typeof matter | undefined;

/**
 * The one call of gray-matter. Options are always given, since without them it caches by content and forgets errors;
 * its engines, one of which evaluates JavaScript, are all replaced.
 */
function split(text: string): { readonly yaml: string; readonly content: string } {
  let yaml = '';
  const keep = (block: string) => {
    yaml = block;
    return {};
  };
  const refuse = (): never => {
    throw new Error('Only YAML frontmatter is parsed.');
  };
  const engines = { yaml: keep, yml: keep, json: refuse, javascript: refuse, coffee: refuse };
  const file = loadMatter()(text, { language: 'yaml', engines });
  // The engine is not asked about a block of nothing but comments.
  return { yaml: yaml === '' ? file.matter : yaml, content: file.content };
}

function cut(whole: Source, start: number, end: number): Source {
  return { text: whole.text.slice(start, end), place: placeAt(whole, start), verbatim: true };
}

function describeUnclosed({ place }: Source): YamlFault {
  return {
    message: "The closing '---' is missing",
    hint: "Write a line of '---' after the last key.",
    place,
  };
}
