import { outlineYaml, setYamlValues, type YamlOutline, type YamlScalarOutline } from '../config/index.ts';
import { findFrontmatterEnd } from '../load/index.ts';
import type { SourceBlock } from '../queries/index.ts';
import { trimBlock } from './trim-block.ts';

/** What a block is to say; marks around it stay. */
export interface WrittenBlock {
  readonly block: SourceBlock;
  readonly text: string;
}

/**
 * A file with other words in some of its blocks, and every other character as it is.
 *
 * @param file that the blocks were split from
 * @param text with lines that end in LF
 */
export function replaceBlocks(file: string, text: string, written: readonly WrittenBlock[]): string {
  const scalars = listScalars(file, text);
  const edits = written.flatMap(({ block, text: words }) => {
    const edit =
      block.key === undefined
        ? editBody(text, block, words)
        : editScalar(scalars.get(block.key), words, text);
    return edit === undefined ? [] : [edit];
  });
  return applyEdits(text, edits);
}

/**
 * A file of YAML, or the frontmatter of an article, with keys that it lacks. Undefined where the text cannot be changed so.
 *
 * @param like a file that has the keys: how they are nested
 */
export function addValues(
  file: string,
  text: string,
  written: readonly WrittenBlock[],
  like: { readonly file: string; readonly text: string },
): string | undefined {
  if (written.length === 0) return text;
  const paths = listScalars(like.file, like.text);
  const settings = written.map(({ block, text: value }) => ({
    path: paths.get(block.key ?? '')?.path ?? [],
    value,
  }));
  if (settings.some(({ path }) => path.length === 0)) return undefined;
  if (!canAdd(file, settings)) return undefined;
  const { start, end } = findYaml(file, text);
  const yaml = setYamlValues(text.slice(start, end), settings);
  return yaml === undefined ? undefined : text.slice(0, start) + yaml + text.slice(end);
}

/**
 * Entries of lists in the description of an API are told apart by their names, which a value alone does not bring; and a key of YAML is
 * none of JSON.
 */
function canAdd(file: string, settings: readonly { readonly path: PlacedScalar['path'] }[]): boolean {
  if (!/(?:^|\/)data\/rest\//.test(file)) return true;
  return (
    !file.endsWith('.json') && settings.every(({ path }) => path.every((key) => typeof key === 'string'))
  );
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function applyEdits(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((one, other) => other.start - one.start)
    .reduce(
      (written, { start, end, text: words }) => written.slice(0, start) + words + written.slice(end),
      text,
    );
}

/** Undefined where the block does not stand where it should, which is a mistake of ours. */
function editBody(text: string, block: SourceBlock, words: string): Edit | undefined {
  const line = findLine(text, block.line);
  const indent = /^\s*/.exec(text.slice(line))?.[0].length ?? 0;
  if (!text.startsWith(block.text, line + indent)) throw new Error(`A block is not on line ${block.line}.`);
  const { lead, text: old } = trimBlock(block);
  const start = line + indent + lead.length;
  return { start, end: start + old.length, text: words };
}

function findLine(text: string, line: number): number {
  let at = 0;
  for (let each = 1; each < line; each += 1) at = text.indexOf('\n', at) + 1;
  return at;
}

function editScalar(scalar: PlacedScalar | undefined, words: string, text: string): Edit | undefined {
  if (scalar === undefined) return undefined;
  const { start, end } = scalar;
  return { start, end, text: writeScalar(words, text.slice(start, end)) };
}

/** In double quotes, which hold every text; without them where there were none and the text needs none. */
function writeScalar(words: string, old: string): string {
  const isPlain = !/^["'|>]/.test(old) && /^[\p{L}\p{N}][\p{L}\p{N} 、。・ー（）「」]*(?<! )$/u.test(words);
  const isText = isPlain && !/^(?:[\d.]+|true|false|yes|no|on|off|null|y|n)$/i.test(words);
  const written = isText ? words : JSON.stringify(words);
  // A block scalar takes the end of its last line with it.
  return old.endsWith('\n') ? `${written}\n` : written;
}

interface PlacedScalar {
  readonly start: number;
  readonly end: number;
  readonly path: readonly (string | number)[];
}

/** By keys as `splitSource` writes them: `a.b.0`. Offsets count in the file. */
function listScalars(file: string, text: string): ReadonlyMap<string, PlacedScalar> {
  const { start, end } = findYaml(file, text);
  const place = { file, line: 1, column: 1 };
  const scalars = new Map<string, PlacedScalar>();
  const visit = (outline: YamlOutline | undefined, path: readonly (string | number)[]): void => {
    if (outline?.kind === 'map') for (const { key, value } of outline.pairs) visit(value, [...path, key]);
    else if (outline?.kind === 'list')
      for (const [at, item] of outline.items.entries()) visit(item, [...path, at]);
    else if (outline !== undefined) scalars.set(path.join('.'), shift(outline, start, path));
  };
  visit(outlineYaml({ text: text.slice(start, end), place, verbatim: true }), []);
  return scalars;
}

function shift({ start, end }: YamlScalarOutline, by: number, path: PlacedScalar['path']): PlacedScalar {
  return { start: start + by, end: end + by, path };
}

/** The frontmatter of an article, between its two lines; all of another file. */
function findYaml(file: string, text: string): { readonly start: number; readonly end: number } {
  if (!file.endsWith('.md')) return { start: 0, end: text.length };
  const end = findFrontmatterEnd(text);
  if (end === 0) return { start: 0, end: 0 };
  return { start: text.indexOf('\n') + 1, end: Math.max(end - 3, text.indexOf('\n') + 1) };
}
