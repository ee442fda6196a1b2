import { parseFrontmatter } from '../../load/index.ts';
import { outlineBlocks } from '../../resolve/index.ts';

/** One way in which a translation is built otherwise than its source. */
export interface StructureMismatch {
  readonly kind: 'tags' | 'headings' | 'tables' | 'steps' | 'code';
  /** What the source has and the translation lacks, each as often. */
  readonly missing: readonly string[];
  /** What only the translation has. */
  readonly extra: readonly string[];
}

/** How words of an outline are told to people, by what they are of. */
const KINDS: readonly (readonly [StructureMismatch['kind'], RegExp])[] = [
  ['tags', /^\{/],
  ['headings', /^h[1-6]$/],
  ['tables', /^(?:table|row)/],
  ['steps', /^ol\d/],
  ['code', /^fence$/],
];

/** Compares tags, headings, tables, steps and code of two texts; words and links are not looked at. */
export function compareStructure(source: string, translation: string): readonly StructureMismatch[] {
  const [one, other] = [outlineBlocks(source), outlineBlocks(translation)];
  return KINDS.flatMap(([kind, pattern]) => {
    const isOfKind = (word: string) => pattern.test(word);
    const [wanted, found] = [one.filter(isOfKind), other.filter(isOfKind)];
    const [missing, extra] = [subtract(wanted, found), subtract(found, wanted)];
    return missing.length + extra.length === 0
      ? []
      : [{ kind, missing: missing.map(describeWord), extra: extra.map(describeWord) }];
  });
}

/** The body of a Markdown file. */
export function readBody(path: string, text: string): string {
  return parseFrontmatter({ path, text }).body.text;
}

function subtract(from: readonly string[], words: readonly string[]): readonly string[] {
  const rest = new Map<string, number>();
  for (const word of words.map(dropLabels)) rest.set(word, (rest.get(word) ?? 0) + 1);
  return from.filter((word) => {
    const key = dropLabels(word);
    const left = rest.get(key) ?? 0;
    if (left > 0) rest.set(key, left - 1);
    return left === 0;
  });
}

/** What a tag says to readers is translated: the name of an icon, the label of a tab. */
function dropLabels(word: string): string {
  if (/^\{octicon\b/.test(word)) return word.replace(/(?<!\s)\s+aria-label=(?:"[^"]*"|'[^']*')/g, '');
  return /^\{codetab\b/.test(word) ? word.replace(/(?<!\s)\s+(?:"[^"]*"|'[^']*')/g, '') : word;
}

function describeWord(word: string): string {
  const level = /^h([1-6])$/.exec(word)?.[1];
  if (level !== undefined) return `${'#'.repeat(Number(level))} heading`;
  const columns = /^table(\d+)/.exec(word)?.[1];
  if (columns !== undefined) return `table of ${columns} columns`;
  if (word.startsWith('row')) return 'row';
  if (word.startsWith('ol')) return 'step';
  if (word === 'fence') return 'code block';
  return word.replace(/^\{(.*)\}$/s, '{% $1 %}');
}
