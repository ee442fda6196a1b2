import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** A line of a file, counted from 1. */
export interface Line {
  readonly file: string;
  readonly line: number;
}

const TITLE = /^title:[ \t]+(?![>|&*]).*$(?!\n[ \t])/m;
const HEADING = /^(## +[^\s{].*?)(?:, round [\w-]+)?$/m;
/** A value of YAML on the line of its key: quoted, or plain. */
const VALUE = /^([ \t]*[\w-]+:[ \t]+)('(?:[^']|'')*|"(?:[^"\\]|\\.)*|[^'"\s>|&*{[#][^#]*?)(['"]?)[ \t]*$/;

/** Whether the functions below can edit an article in each way: a title on one line, a heading, an entry in the index page beside it. */
export function isEditable(file: string): boolean {
  const text = readFileSync(file, 'utf8');
  const [beforeCode = ''] = cutHead(text).split('```');
  return TITLE.test(text) && HEADING.test(beforeCode) && findEntry(file) !== undefined;
}

/** Adds a sentence that no run has seen before. */
export function editBody(file: string, round: string): void {
  appendFileSync(file, `\n\nEdited for the benchmark, round ${round}.\n`);
}

/** Changes the first heading below the title. */
export function editHeading(file: string, round: string): void {
  const text = readFileSync(file, 'utf8');
  const body = cutHead(text);
  const head = text.slice(0, text.length - body.length);
  writeFileSync(file, `${head}${replaceOnce(body, HEADING, (_, words) => `${words}, round ${round}`)}`);
}

export function editTitle(file: string, round: string): void {
  const text = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    replaceOnce(text, TITLE, () => `title: Edited for the benchmark, round ${round}`),
  );
}

export function isEditableVariable({ file, line }: Line): boolean {
  return VALUE.test(readFileSync(file, 'utf8').split('\n')[line - 1] ?? '');
}

/** Ends the value of a variable with the number of the round. */
export function editVariable({ file, line }: Line, round: string): void {
  const lines = readFileSync(file, 'utf8').split('\n');
  const edit = (_: string, key: string, value: string, quote: string) =>
    `${key}${value.replace(/ round-[\w-]+$/, '')} round-${round}${quote}`;
  lines[line - 1] = replaceOnce(lines[line - 1] ?? '', VALUE, edit);
  writeFileSync(file, lines.join('\n'));
}

/** Puts a copy of an article beside it, with a title of its own and no old addresses; the index page lists it. */
export function addArticle(model: string, round: string): void {
  const copy = join(dirname(model), `${nameArticle(model)}-${round}.md`);
  const text = readFileSync(model, 'utf8').replace(/^redirect_from:.*\n(?:[ \t]+.*\n)*/m, '');
  writeFileSync(copy, text);
  editTitle(copy, round);
  editBody(copy, round);
  changeEntry(model, (entry) => `${entry}\n${entry.replace(nameArticle(model), nameArticle(copy))}`);
}

/** Deletes an article and what the index page says of it. */
export function removeArticle(file: string): void {
  changeEntry(file, () => undefined);
  rmSync(file);
}

function changeEntry(article: string, change: (entry: string) => string | undefined): void {
  const entry = findEntry(article);
  if (entry === undefined) throw new Error(`No index page lists ${article} on a line of its own.`);
  const index = nameIndex(article);
  const lines = readFileSync(index, 'utf8').split('\n');
  writeFileSync(index, lines.flatMap((line) => (line === entry ? (change(line) ?? []) : line)).join('\n'));
}

/** The line of the index page beside an article that lists it, where there is one alone. */
function findEntry(article: string): string | undefined {
  const index = nameIndex(article);
  if (basename(article) === 'index.md' || !existsSync(index)) return undefined;
  const name = nameArticle(article).replaceAll(/\W/g, '\\$&');
  const entry = new RegExp(`^[ \\t]*-[ \\t]+['"]?/?${name}['"]?[ \\t]*$`);
  const found = readFileSync(index, 'utf8')
    .split('\n')
    .filter((line) => entry.test(line));
  return found.length === 1 ? found[0] : undefined;
}

function nameIndex(article: string): string {
  return join(dirname(article), 'index.md');
}

function nameArticle(file: string): string {
  return basename(file, '.md');
}

/** The text behind the frontmatter. */
function cutHead(text: string): string {
  return text.slice(/^---\n[\s\S]*?\n---\n/.exec(text)?.[0].length ?? 0);
}

function replaceOnce(text: string, pattern: RegExp, by: (...groups: string[]) => string): string {
  if (!pattern.test(text)) throw new Error(`There is nothing to edit: no ${pattern}.`);
  return text.replace(pattern, by);
}
