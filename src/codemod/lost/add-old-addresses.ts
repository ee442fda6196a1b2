import type { SourceEdit } from '../types.ts';

/**
 * Adds values to `redirect_from` of an article, in the form that it has there: a list of lines, a list between brackets, one
 * value, or none yet. Undefined for a text without frontmatter.
 */
export function addOldAddresses(text: string, values: readonly string[]): SourceEdit | undefined {
  const frontmatter = /^---[ \t]*\n([\s\S]*?)^---[ \t]*$/m.exec(text);
  if (frontmatter === null || frontmatter.index !== 0) return undefined;
  const start = text.indexOf('\n') + 1;
  const end = start + (frontmatter[1] ?? '').length;
  const yaml = text.slice(start, end);
  const written = values.map(quote);
  const key = /^(["']?)redirect_from\1[ \t]*:[ \t]*/m.exec(yaml);
  if (key === null) {
    const before = /^versions[ \t]*:/m.exec(yaml)?.index ?? yaml.length;
    return insert(start + before, `redirect_from:\n${formatLines(written, '  ')}`);
  }
  const at = start + key.index + key[0].length;
  const rest = text.slice(at, end);
  if (rest.startsWith('[')) return insertBetweenBrackets(at, rest, written);
  const value = /^[^\n]*/.exec(rest)?.[0] ?? '';
  if (value === '' || value.startsWith('#'))
    return insertLines(at + value.length + 1, text.slice(0, end), written);
  const list = formatLines([value.trimEnd(), ...written], '  ').trimEnd();
  return { start: start + key.index, end: at + value.length, text: `redirect_from:\n${list}` };
}

function insert(at: number, text: string): SourceEdit {
  return { start: at, end: at, text };
}

function formatLines(values: readonly string[], indent: string): string {
  return values.map((value) => `${indent}- ${value}\n`).join('');
}

/** Behind the last item; comments and empty lines may stand among them. */
function insertLines(at: number, text: string, values: readonly string[]): SourceEdit {
  let [end, indent] = [at, '  '];
  let line = at;
  while (line < text.length) {
    const next = text.indexOf('\n', line) + 1 || text.length;
    const words = text.slice(line, next);
    const item = /^([ \t]*)-(?=[ \t\n])/.exec(words);
    if (item !== null) [end, indent] = [next, item[1] ?? ''];
    // A value that goes on in the next line.
    else if (/^[ \t]+[^\s#]/.test(words)) end = next;
    else if (/^\S/.test(words) && !words.startsWith('#')) break;
    line = next;
  }
  return insert(end, formatLines(values, indent));
}

function insertBetweenBrackets(at: number, rest: string, values: readonly string[]): SourceEdit | undefined {
  const end = [...rest.matchAll(/"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|\]/g)].find(
    ([sign]) => sign === ']',
  )?.index;
  if (end === undefined) return undefined;
  const inside = rest.slice(1, end).trimEnd();
  const glue = inside === '' ? '' : inside.endsWith(',') ? ' ' : ', ';
  return insert(at + 1 + inside.length, `${glue}${values.join(', ')}`);
}

/** As YAML reads it in every kind of list. */
function quote(value: string): string {
  return /^[\w/.@~%+()\p{L}\p{N}-]+$/u.test(value) ? value : `'${value.replaceAll("'", "''")}'`;
}
