import type { FileEdit, Place } from './types.ts';

/** A comment that ignores rules: `<!-- decant-ignore links/broken -->`. */
export interface Ignore {
  readonly file: string;
  readonly place: Place;
  /** As they are written. */
  readonly names: readonly string[];
  /** The first and the last line that it speaks of. */
  readonly from: number;
  readonly to: number;
  /** Takes the comment out. */
  readonly removal: FileEdit;
}

const WORD = 'decant-ignore';
const LIQUID = /\{%-?\s*comment\s*-?%\}\s*decant-ignore(-file)?\b(.*?)\{%-?\s*endcomment\s*-?%\}/gs;
const HTML = /<!--\s*decant-ignore(-file)?\b(.*?)-->/gs;
const YAML = /(?<=^|\s)#\s*decant-ignore(-file)?\b(.*)$/gm;

/**
 * The comments of a file that ignore rules. One that stands alone speaks of the block that follows: up to the next blank line, or
 * to the end of a block of code; in YAML of the next key with its value. One that shares its line with text speaks of that line.
 */
export function parseIgnores(file: string, text: string): readonly Ignore[] {
  if (!text.includes(WORD)) return [];
  const lines = text.split('\n');
  const head = file.endsWith('.md') ? countHeadLines(lines) : lines.length;
  const raw = findRaw(text);
  const code = findCode(lines, head);
  const found = [...text.matchAll(LIQUID), ...text.matchAll(HTML), ...text.matchAll(YAML)].flatMap(
    (match) => {
      const [written, isFile, words = ''] = match;
      const start = pointAt(text, match.index);
      const end = pointAt(text, match.index + written.length);
      const isYaml = written.startsWith('#');
      if (isYaml !== start.line <= head) return [];
      if (raw.some(([from, to]) => match.index > from && match.index < to)) return [];
      // Liquid reads its comments in code too, HTML does not.
      if (written.startsWith('<') && code.has(start.line)) return [];
      const before = (lines[start.line - 1] ?? '').slice(0, start.column - 1);
      const after = (lines[end.line - 1] ?? '').slice(end.column - 1);
      const isAlone = /^[\s>]*$/.test(before) && after.trim() === '';
      const [from, to] =
        isFile === undefined
          ? [start.line, isAlone ? findBlockEnd(lines, end.line, isYaml ? 'yaml' : 'text') : end.line]
          : [1, lines.length];
      const removal = isAlone
        ? { file, start: { line: start.line, column: 1 }, end: { line: end.line + 1, column: 1 }, text: '' }
        : { file, start, end, text: '' };
      return [{ file, place: { file, ...start }, names: listNames(words), from, to, removal }];
    },
  );
  return found.sort(
    (one, other) => one.place.line - other.place.line || one.place.column - other.place.column,
  );
}

/** What stands behind `--` is for people. */
function listNames(words: string): readonly string[] {
  const [names = ''] = words.split(/(?:^|\s)--(?:\s|$)/);
  return names.split(/[\s,]+/).filter((name) => name !== '');
}

function pointAt(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}

/** Lines of frontmatter, with the two that enclose it. */
function countHeadLines(lines: readonly string[]): number {
  if (!/^---\s*$/.test(lines[0] ?? '')) return 0;
  const end = lines.findIndex((line, at) => at > 0 && /^---\s*$/.test(line));
  return end === -1 ? 0 : end + 1;
}

/** The last line of the block behind a line. */
function findBlockEnd(lines: readonly string[], line: number, kind: 'yaml' | 'text'): number {
  let at = line;
  while (at < lines.length && ((lines[at] ?? '').trim() === '' || (lines[at] ?? '').includes(WORD))) at += 1;
  if (at >= lines.length) return line;
  const first = lines[at] ?? '';
  if (kind === 'yaml') {
    const depth = indentOf(first);
    const isKey = !/^\s*-/.test(first);
    const isPart = (each: string) =>
      each.trim() === '' ||
      indentOf(each) > depth ||
      (isKey && indentOf(each) === depth && /^\s*-\s/.test(each));
    while (at + 1 < lines.length && isPart(lines[at + 1] ?? '')) at += 1;
    return at + 1;
  }
  const fence = FENCE.exec(first)?.[1];
  if (fence !== undefined) {
    const end = lines.findIndex((each, index) => index > at && closes(each, fence));
    return end === -1 ? lines.length : end + 1;
  }
  while (at + 1 < lines.length && (lines[at + 1] ?? '').trim() !== '') at += 1;
  return at + 1;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

const FENCE = /^[\s>]*(?:[-*+]\s+|\d+[.)]\s+)?(`{3,}|~{3,})/;

function closes(line: string, fence: string): boolean {
  const mark = line.replace(/^[\s>]*/, '').trimEnd();
  return mark.startsWith(fence) && mark === mark.charAt(0).repeat(mark.length);
}

/** Lines of blocks of code, by number. */
function findCode(lines: readonly string[], head: number): ReadonlySet<number> {
  const found = new Set<number>();
  let fence: string | undefined;
  for (const [at, line] of lines.entries()) {
    if (at < head) continue;
    if (fence !== undefined) {
      found.add(at + 1);
      if (closes(line, fence)) fence = undefined;
    } else fence = FENCE.exec(line)?.[1];
  }
  return found;
}

function findRaw(text: string): readonly (readonly [number, number])[] {
  return [...text.matchAll(/\{%-?\s*raw\s*-?%\}.*?\{%-?\s*endraw\s*-?%\}/gs)].map(
    ({ 0: written, index }) => [index, index + written.length] as const,
  );
}
