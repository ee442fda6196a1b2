import matter from 'gray-matter';
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

/** Splits a Markdown file at its frontmatter and parses that, with the place of every value. */
export function parseFrontmatter({ path, text }: TextFile): ParsedFile {
  const whole: Source = { text, place: { file: path, line: 1, column: 1 }, verbatim: true };
  if (!text.startsWith(DELIMITER) || text.startsWith('----')) return { yaml: undefined, body: whole };
  const language = matter.language(text);
  if (!/^(ya?ml)?$/i.test(language.name)) {
    const foreign = { name: language.name, place: placeAt(whole, DELIMITER.length) };
    return { yaml: undefined, body: cut(whole, text.length, text.length), foreign };
  }
  const { yaml, content } = split(text);
  // Blanks after the delimiter are no language; gray-matter leaves them in the block.
  const start = DELIMITER.length + (language.name === '' ? 0 : language.raw.length);
  const body = cut(whole, text.length - content.length, text.length);
  const isClosed = start + yaml.length < text.length;
  if (!isClosed) return { yaml: { value: undefined, faults: [describeUnclosed(whole)] }, body };
  return { yaml: parseYaml(cut(whole, start, start + yaml.length)), body };
}

const parsed = new WeakMap<ReadonlyMap<string, string>, Map<string, ParsedFile>>();

/**
 * Parses files of a site, each once for as long as somebody holds the site's texts: a site is read once for each set of versions
 * that is asked about.
 */
export function createParser(texts: ReadonlyMap<string, string>): (path: string) => ParsedFile {
  const known = parsed.get(texts) ?? new Map<string, ParsedFile>();
  parsed.set(texts, known);
  return (path) => {
    const found = known.get(path) ?? parseFrontmatter({ path, text: texts.get(path) ?? '' });
    known.set(path, found);
    return found;
  };
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
  const file = matter(text, { language: 'yaml', engines });
  // The engine is not asked about a block of nothing but comments.
  return { yaml: yaml === '' ? file.matter : yaml, content: file.content };
}

function cut(whole: Source, start: number, end: number): Source {
  return { text: whole.text.slice(start, end), place: placeAt(whole, start), verbatim: true };
}

function describeUnclosed({ place }: Source): YamlFault {
  return { message: "the closing '---' is missing", place };
}
