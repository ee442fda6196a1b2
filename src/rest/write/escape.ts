/** Marks that stand for passages until a text is whole; no text of others may hold them. */
const MARKS = /[\uE000\uE001]/g;
const PASSAGE = /\uE000(\d+)\uE001/g;

/** A place for a passage. */
export function markPassage(number: number): string {
  return `\uE000${number}\uE001`;
}

/** Puts something in the place of each passage. */
export function replacePassages(text: string, replace: (number: number) => string): string {
  return text.replace(PASSAGE, (_, number: string) => replace(Number(number)));
}

/** A text in which no tag or output of Liquid begins. */
export function escapeLiquid(text: string): string {
  return text.replace(/\{[{%]/g, ([, second = '']) => `{{ '{' }}{{ '${second}' }}`);
}

/** Words in one line, as Markdown that shows them as they are. */
export function escapeWords(text: string): string {
  return fold(text)
    .replace(/[\\`*_[\]<>|~&#$=:!{}-]/g, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^\+/, '\\+');
}

/** The same between tags of HTML. */
export function escapeMarkup(text: string): string {
  return fold(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/**
 * A text as code in a line. A bar behind a backslash stands beside the code: whether the two are one sign in a table is read in different
 * ways.
 */
export function writeCode(text: string): string {
  const parts = fold(text).split(/(?<=\\)\|/);
  return parts.length === 1 ? writeSpan(parts[0] ?? '') : parts.map(writeSpan).join('&#124;');
}

function writeSpan(words: string): string {
  if (words === '') return '`""`';
  const longest = Math.max(0, ...[...words.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest === 0 || !/^`|`$/.test(words) ? `${fence}${words}${fence}` : `${fence} ${words} ${fence}`;
}

/** Markdown of a line as a cell of a table, which ends at its first bar, in code too. */
export function escapeCell(markdown: string): string {
  return markdown.replace(/(?<!\\)\|/g, '\\|');
}

/** A block of code that nothing in it can end. */
export function writeFence(language: string, text: string): string {
  const code = text.replace(MARKS, '').replace(/\r\n?/g, '\n').trimEnd();
  const longest = Math.max(2, ...[...code.matchAll(/`{3,}/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${code}\n${fence}`;
}

/** Text of others without line ends, and without what is a mark here. */
function fold(text: string): string {
  return dropMarks(text).replace(/\s+/g, ' ').trim();
}

export function dropMarks(text: string): string {
  return text.replace(MARKS, '');
}
