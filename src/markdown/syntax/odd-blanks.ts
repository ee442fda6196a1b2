import type { Problem } from '../types.ts';

/** Blanks that are none for Markdown, and characters that nobody sees. */
const ODD = '[\\u00a0\\u00ad\\u1680\\u2000-\\u200d\\u202f\\u205f\\u2060\\u3000\\ufeff]';
const UNSEEN = '[\\u00ad\\u200b-\\u200d\\u2060\\ufeff]';
const MARK = '#{1,6}|[-+*]|\\d{1,9}[.)]';
const LINE = new RegExp(
  `^(?<lead>[ \\t>]*)(?:(?<before>${UNSEEN}+)(?<first>${MARK})(?:[ \\t]|${ODD})|(?<second>${MARK})${ODD})(?=.*[\\p{L}\\p{N}\`[])`,
  'u',
);
const HAS_LINE = new RegExp(LINE.source, 'mu');
const FENCE = /^[ \t>]*(`{3,}|~{3,})/;

/**
 * Markdown in which a plain blank stands behind marks of headings and items that are followed by another (`##` and a no-break
 * space), where they are plainly meant as marks. Elsewhere (`1.` before a month, `-` before a number) it is a problem.
 * Every character keeps its offset.
 */
export function spaceMarks(markdown: string, problems: Problem[]): string {
  if (!HAS_LINE.test(markdown)) return markdown;
  const lines = markdown.split('\n');
  let offset = 0;
  let fence: string | undefined;
  for (const [at, line] of lines.entries()) {
    const opening = FENCE.exec(line)?.[1];
    const isCode = fence !== undefined || opening !== undefined;
    if (fence === undefined) fence = opening;
    else if (opening?.startsWith(fence)) fence = undefined;
    const found = isCode ? null : LINE.exec(line);
    // `*\u00a0` may also begin emphasis.
    if (found !== null && !(findMark(found) === '*' && line.split('*').length > 2)) {
      if (isPlain(found, lines, at)) lines[at] = spaceLine(line, found);
      else if (!isDeep(found)) problems.push(createProblem(found, offset));
    }
    offset += line.length + 1;
  }
  return lines.join('\n');
}

function findMark({ groups }: RegExpExecArray): string {
  return groups?.first ?? groups?.second ?? '';
}

/** May be indented code. */
function isDeep({ groups }: RegExpExecArray): boolean {
  return /^(?: {4}| *\t)/.test(groups?.lead ?? '');
}

/** Whether a mark is meant: its kind, or what stands around it, leaves no doubt. */
function isPlain(found: RegExpExecArray, lines: readonly string[], at: number): boolean {
  const mark = findMark(found);
  const isFirst = (lines[at - 1] ?? '').replace(/^[ \t>]+/, '') === '';
  if (mark.startsWith('#')) return !isDeep(found) && (mark.length > 1 || isFirst);
  if (hasNeighbour(mark, lines, at)) return true;
  const isNumber = /\d/.test(mark) || /^\p{N}/u.test(found.input.slice(found[0].length));
  return isFirst && !isNumber && !isDeep(found);
}

/** Whether the block before or behind begins with a mark of the same list. */
function hasNeighbour(mark: string, lines: readonly string[], at: number): boolean {
  const alike = /\d/.test(mark) ? `\\d{1,9}[${mark.at(-1)}]` : `[${mark}]`;
  const item = new RegExp(`^[ \\t>]*${UNSEEN}*${alike}(?:[ \\t]|${ODD})`, 'u');
  const before = lines.slice(0, at).findLast((line) => line.trim() !== '' && !/^ {2,}[^\s\d*+-]/.test(line));
  const behind = lines.slice(at + 1).find((line) => line.trim() !== '');
  return item.test(before ?? '') || item.test(behind ?? '');
}

function spaceLine(line: string, { 0: whole, groups }: RegExpExecArray): string {
  const lead = groups?.lead ?? '';
  const before = groups?.before ?? '';
  const mark = groups?.first ?? groups?.second ?? '';
  return `${lead}${' '.repeat(before.length)}${mark} ${line.slice(whole.length)}`;
}

function createProblem(found: RegExpExecArray, offset: number): Problem {
  const { lead = '', before = '' } = found.groups ?? {};
  const mark = findMark(found);
  const odd = before === '' ? found[0].slice(-1) : before.slice(0, 1);
  const code = `U+${odd.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
  return {
    code: 'markdown/odd-blank',
    severity: 'warning',
    message: `The character ${code} is ${before === '' ? 'after' : 'before'} '${mark}', so readers see text instead of a ${mark.startsWith('#') ? 'heading' : 'list'}.`,
    hint: `If a ${mark.startsWith('#') ? 'heading' : 'list'} is meant, put a plain space after '${mark}', and nothing invisible before it.`,
    offset: offset + lead.length,
  };
}
