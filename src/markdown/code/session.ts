import { createPromptFinder, isShell, type Prompt } from './prompts.ts';
import { ESCAPES, readCommand } from './read-command.ts';

/** A stretch of code that is no command. */
export interface SessionPart {
  readonly kind: 'prompt' | 'rest';
  readonly start: number;
  readonly end: number;
}

/** Whether code in a language may be what a terminal shows. */
export function mayBeSession(language: string): boolean {
  return isShell(language) || Object.hasOwn(CONSOLES, language);
}

/**
 * Takes apart what a terminal shows, if its first line but for comments begins with a prompt: prompts, and the rest that
 * is no command (output, comments, blank lines). What lies between is commands, with the lines they go on in and their
 * here-documents. Undefined for other code.
 */
export function parseSession(code: string, language: string): readonly SessionPart[] | undefined {
  if (!MAYBE.test(code)) return undefined;
  const lines = code.split('\n');
  const console = Object.hasOwn(CONSOLES, language) ? CONSOLES[language] : undefined;
  const prompts = console === undefined ? readShell(lines, language) : readConsole(lines, console);
  return prompts && placeParts(lines, prompts);
}

/** Some line ends a prompt: no more than a look, for most code is none. */
const MAYBE = /^[^\n]*[$%#>](?:[ \t]|$)|^[ \t]*[A-Za-z]:\\[^\n]*>/m;

/** By line, the length of its prompt; undefined for a line that is no part of a command. */
type Prompts = readonly (number | undefined)[];

/** A console of a language shows a prompt before every line that is typed. */
interface Console {
  readonly first: RegExp;
  readonly next: RegExp;
}

const PYTHON: Console = { first: /^[ \t]*>>>(?: |$)/, next: /^[ \t]*\.\.\.(?: |$)/ };
const IRB: Console = {
  first: /^[ \t]*irb(?:\([^)\n]*\))?(?::\d+)*[>*](?: |$)/,
  next: /^[ \t]*irb(?:\([^)\n]*\))?(?::\d+)*[*'"\]](?: |$)/,
};
const CONSOLES: Readonly<Record<string, Console>> = {
  irb: IRB,
  py: PYTHON,
  pycon: PYTHON,
  python: PYTHON,
  rb: IRB,
  ruby: IRB,
};

function readConsole(lines: readonly string[], { first, next }: Console): Prompts | undefined {
  const begin = lines.find((line) => line.trim() !== '');
  if (begin === undefined || !first.test(begin)) return undefined;
  const prompts: (number | undefined)[] = [];
  for (const [at, line] of lines.entries()) {
    const form = first.test(line) || prompts[at - 1] === undefined ? first : next;
    prompts.push(form.exec(line)?.[0].length);
  }
  return prompts;
}

type FindPrompt = (line: string) => Prompt | undefined;

function readShell(lines: readonly string[], language: string): Prompts | undefined {
  const findPrompt = createPromptFinder(language, lines);
  const begin = lines.findIndex(
    (line) => !/^\s*(?:#(?:[^!].*)?)?$/.test(line) || findPrompt?.(line) !== undefined,
  );
  if (findPrompt?.(lines[begin] ?? '') === undefined) return undefined;
  const prompts: (number | undefined)[] = [];
  while (prompts.length < lines.length) {
    const at = prompts.length;
    const prompt = findPrompt(lines[at] ?? '');
    if (prompt === undefined) prompts.push(undefined);
    else prompts.push(...readLines(lines, at, prompt, findPrompt));
  }
  return prompts;
}

/** The prompts of all lines of the command that begins at a line. */
function readLines(
  lines: readonly string[],
  at: number,
  prompt: Prompt,
  findPrompt: FindPrompt,
): readonly number[] {
  return (
    readWhole(lines, at, prompt, findPrompt, false) ??
    readWhole(lines, at, prompt, findPrompt, true) ?? [prompt.length]
  );
}

/**
 * Follows a command to its end. Undefined where that is not found before the next prompt: then an apostrophe or a bracket
 * means nothing, and only signs that join lines count.
 */
function readWhole(
  lines: readonly string[],
  at: number,
  { length, dialect }: Prompt,
  findPrompt: FindPrompt,
  joinsOnly: boolean,
): readonly number[] | undefined {
  const first = lines[at] ?? '';
  const indent = /^[ \t]*/.exec(first)?.[0] ?? '';
  const next = new RegExp(`^${indent}(?:${NEXT[dialect]})(?:[ \\t]|$)`);
  const prompts = [length];
  let command = first.slice(length);
  let ended = 0;
  while (true) {
    const isJoined = command.trimEnd().endsWith(ESCAPES[dialect]);
    if (!isJoined) {
      if (prompts.length > MAX_LINES || command.length > MAX_LENGTH) return joinsOnly ? prompts : undefined;
      const { isOpen, hereDocs } = readCommand(command, dialect);
      for (const word of hereDocs.slice(ended)) {
        prompts.push(...readHereDoc(lines, at + prompts.length, word, next));
      }
      ended = hereDocs.length;
      if (joinsOnly || !isOpen) return prompts;
    }
    const line = lines[at + prompts.length];
    if (line === undefined) return isJoined ? prompts : undefined;
    const own = findPrompt(line)?.length;
    if (own !== undefined && !isJoined) return undefined;
    const mark = own ?? next.exec(line)?.[0].length ?? 0;
    prompts.push(mark);
    command += `\n${line.slice(mark)}`;
  }
}

/** No command that somebody types is longer; each of its lines is read with all before it. */
const MAX_LINES = 200;
const MAX_LENGTH = 20_000;

/** What a shell shows before the further lines of a command. */
const NEXT = { posix: '>', powershell: '>>', cmd: 'More\\?' } as const;

/** Its lines and the word that ends it. Where that word has no prompt, what looks like one in them is text. */
function readHereDoc(lines: readonly string[], from: number, word: string, next: RegExp): readonly number[] {
  const findMark = (line: string) => next.exec(line)?.[0].length ?? 0;
  const below = lines.slice(from, from + MAX_LINES);
  const end = below.findIndex((line) => line.trim() === word || line.slice(findMark(line)).trim() === word);
  const isMarked = findMark(below[end] ?? '') > 0;
  return below.slice(0, end + 1).map((line) => (isMarked ? findMark(line) : 0));
}

/** Lines that are no command go with the end of the line. */
function placeParts(lines: readonly string[], prompts: Prompts): readonly SessionPart[] {
  const parts: SessionPart[] = [];
  let start = 0;
  for (const [at, line] of lines.entries()) {
    const length = prompts[at];
    const last = parts.at(-1);
    const end = start + (length ?? line.length + (at < lines.length - 1 ? 1 : 0));
    if (length === undefined && last?.kind === 'rest' && last.end === start)
      parts[parts.length - 1] = { ...last, end };
    else if (end > start) parts.push({ kind: length === undefined ? 'rest' : 'prompt', start, end });
    start += line.length + 1;
  }
  return parts;
}
