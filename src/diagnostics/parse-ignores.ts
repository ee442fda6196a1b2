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
/** How a comment begins and ends. */
const COMMENTS = [
  [/\{%-?\s*comment\s*-?%\}\s*decant-ignore(-file)?\b/g, /\{%-?\s*endcomment\s*-?%\}/g],
  [/<!--\s*decant-ignore(-file)?\b/g, /-->/g],
  [/(?<=^|\s)#\s*decant-ignore(-file)?\b/gm, /$/gm],
] as const;

/**
 * The comments of a file that ignore rules. One that stands alone speaks of the block that follows: up to the next blank line, or
 * to the end of a block of code; in YAML of the next key with its value. One that shares its line with text speaks of that line.
 */
export function parseIgnores(file: string, text: string): readonly Ignore[] {
  if (!text.includes(WORD)) return [];
  const lines = text.split('\n');
  const head = file.endsWith('.md') ? countHeadLines(lines) : lines.length;
  const isRaw = createRawFinder(text);
  const code = findCode(lines, head);
  const pointAt = createPointer(lines);
  const findBlockEnd = createBlockFinder(lines);
  const found = COMMENTS.flatMap(([begin, end]) => [...findStretches(text, begin, end)]).flatMap(
    (stretch) => {
      const [, isFile] = stretch.opening;
      const written = text.slice(stretch.start, stretch.end);
      const words = text.slice(stretch.start + stretch.opening[0].length, stretch.closing);
      const start = pointAt(stretch.start);
      const end = pointAt(stretch.end);
      const isYaml = written.startsWith('#');
      if (isYaml !== start.line <= head) return [];
      if (isRaw(stretch.start)) return [];
      // Liquid reads its comments in code too, HTML does not.
      if (written.startsWith('<') && code.has(start.line)) return [];
      const before = (lines[start.line - 1] ?? '').slice(0, start.column - 1);
      const after = (lines[end.line - 1] ?? '').slice(end.column - 1);
      const isAlone = /^[\s>]*$/.test(before) && after.trim() === '';
      const [from, to] =
        isFile === undefined
          ? [start.line, isAlone ? findBlockEnd(end.line, isYaml ? 'yaml' : 'text') : end.line]
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

interface Stretch {
  readonly opening: RegExpExecArray;
  readonly start: number;
  /** Where what closes it begins, and ends. */
  readonly closing: number;
  readonly end: number;
}

/** From what opens to the next that closes. Where one is not closed, none after it is. */
function* findStretches(text: string, begin: RegExp, end: RegExp): Generator<Stretch> {
  let at = 0;
  for (;;) {
    begin.lastIndex = at;
    const opening = begin.exec(text);
    if (opening === null) return;
    end.lastIndex = begin.lastIndex;
    const close = end.exec(text);
    if (close === null) return;
    at = close.index + close[0].length;
    yield { opening, start: opening.index, closing: close.index, end: at };
  }
}

/** Tells lines and columns of offsets, which come in any order. */
function createPointer(lines: readonly string[]) {
  const starts: number[] = [];
  let next = 0;
  for (const line of lines) {
    starts.push(next);
    next += line.length + 1;
  }
  return (offset: number) => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}

/** Lines of frontmatter, with the two that enclose it. */
function countHeadLines(lines: readonly string[]): number {
  if (!/^---\s*$/.test(lines[0] ?? '')) return 0;
  const end = lines.findIndex((line, at) => at > 0 && /^---\s*$/.test(line));
  return end === -1 ? 0 : end + 1;
}

/** Finds the last line of the block behind a line. Comments that follow each other speak of the same block. */
function createBlockFinder(lines: readonly string[]) {
  const begins = lines.map((_, at) => at);
  for (let at = lines.length - 1; at >= 0; at -= 1)
    if ((lines[at] ?? '').trim() === '' || (lines[at] ?? '').includes(WORD))
      begins[at] = begins[at + 1] ?? lines.length;
  const ends = new Map<string, number>();
  return (line: number, kind: 'yaml' | 'text') => {
    const at = begins[line] ?? lines.length;
    if (at >= lines.length) return line;
    const key = `${kind} ${at}`;
    const end = ends.get(key) ?? findEnd(lines, at, kind);
    ends.set(key, end);
    return end;
  };
}

/** The last line of the block that begins at an index. */
function findEnd(lines: readonly string[], begin: number, kind: 'yaml' | 'text'): number {
  let at = begin;
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
    at += 1;
    while (at < lines.length && !closes(lines[at] ?? '', fence)) at += 1;
    return Math.min(at + 1, lines.length);
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

/** Offsets are asked for in the order of each kind of comment, so the search goes on from the last, or begins again. */
function createRawFinder(text: string): (offset: number) => boolean {
  const raw = [...findStretches(text, /\{%-?\s*raw\s*-?%\}/g, /\{%-?\s*endraw\s*-?%\}/g)];
  let [at, last] = [0, 0];
  return (offset) => {
    if (offset < last) at = 0;
    last = offset;
    while ((raw[at]?.end ?? Number.POSITIVE_INFINITY) <= offset) at += 1;
    return (raw[at]?.start ?? offset) < offset;
  };
}
