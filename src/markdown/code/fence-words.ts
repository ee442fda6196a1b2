import { findNearest } from '../../diagnostics/index.ts';

/** How a line of code is set off. */
export type LineKind = 'mark' | 'ins' | 'del';

/** What the words behind a fence ask for, beside its language and flags. */
export interface FenceLook {
  /** What stands above the code; empty where nothing does. */
  readonly title: string;
  /** Lines that are set off, counted from 1. */
  readonly lines: ReadonlyMap<number, LineKind>;
  /** Number of the first line; undefined where lines are not numbered. */
  readonly firstNumber: number | undefined;
  /** Long lines go on below. */
  readonly isWrapped: boolean;
  /** Words that are meant so and say nothing. */
  readonly slips: readonly FenceSlip[];
}

/** `message` is a whole sentence. */
export interface FenceSlip {
  readonly word: string;
  readonly message: string;
  readonly hint: string;
}

export const PLAIN_LOOK: FenceLook = {
  title: '',
  lines: new Map(),
  firstNumber: undefined,
  isWrapped: false,
  slips: [],
};

/** A word with a value in quotes or braces, braces alone, or whatever stands between blanks. `{:copy}` is older, and read elsewhere. */
const WORD = /[\w-]+=(?:"[^"]*"|'[^']*'|\{[^{}]*\})(?=\s|$)|\{[^{}:][^{}]*\}(?=\s|$)|\S+/g;

export function splitFenceWords(words: string): readonly string[] {
  return words.match(WORD) ?? [];
}

/** Whether a word where the language should be is one of ours: nothing else is called so. */
export function isFenceLook(word: string): boolean {
  return /^(?:(?:title|ins|del)=.|numbers(?:=\d+)?$|wrap$|\{\d)/.test(word);
}

/**
 * Reads `title="a.js" {3,5-7} ins={2} del={4} numbers=10 wrap`. `rest` is what of the words says something else.
 * @param count lines of the code
 */
export function readFenceLook(
  words: readonly string[],
  count: number,
): { readonly look: FenceLook; readonly rest: readonly string[] } {
  let title = '';
  let firstNumber: number | undefined;
  let isWrapped = false;
  const lines = new Map<number, LineKind>();
  const slips: FenceSlip[] = [];
  const rest = words.filter((word) => {
    const { name, value } = readWord(word);
    const kind = LINES[name];
    // Braces of others hold classes and flags.
    if (kind !== undefined && value !== undefined && (name !== '' || /^\d/.test(value))) {
      const found = readLines(value, count, word);
      if ('message' in found) slips.push(found);
      else for (const line of found) lines.set(line, kind);
    } else if (name === 'title' && value) title = value;
    else if (name === 'numbers' && /^\d{1,7}$/.test(value ?? '1')) firstNumber = Number(value ?? 1);
    else if (name === 'wrap' && value === undefined) isWrapped = true;
    else {
      const slip = findSlip(word, name, value);
      if (slip !== undefined) slips.push(slip);
      return true;
    }
    return false;
  });
  return { look: { title, lines, firstNumber, isWrapped, slips }, rest };
}

/** Braces alone have no name. */
function readWord(word: string): { readonly name: string; readonly value: string | undefined } {
  const [, name = word, quoted] =
    /^([\w-]*)=?((?<==)"[^"]*"|(?<==)'[^']*'|\{[^{}]*\}|(?<==).*)?$/s.exec(word) ?? [];
  if (quoted === undefined) return { name, value: undefined };
  const isEnclosed = /^(?:"[^"]*"|'[^']*'|\{[^{}]*\})$/.test(quoted);
  return { name, value: isEnclosed ? quoted.slice(1, -1).trim() : quoted };
}

/** By the word before the lines. */
const LINES: Readonly<Record<string, LineKind>> = { '': 'mark', ins: 'ins', del: 'del' };

function readLines(value: string, count: number, word: string): readonly number[] | FenceSlip {
  const ranges = value.split(',').map((part) => /^\s*(\d{1,7})(?:\s*-\s*(\d{1,7}))?\s*$/.exec(part));
  const lines: number[] = [];
  for (const range of ranges) {
    const first = Number(range?.[1]);
    const last = Number(range?.[2] ?? range?.[1]);
    if (!(first >= 1 && first <= last))
      return {
        word,
        message: `'${word}' behind the fence names no lines.`,
        hint: 'Write numbers and ranges, counted from 1: {3,5-7}.',
      };
    if (last > count)
      return {
        word,
        message: `'${word}' behind the fence names line ${last}, and the code has ${count}.`,
        hint: 'Lines are counted from 1, below the fence.',
      };
    for (let line = first; line <= last; line += 1) lines.push(line);
  }
  return lines;
}

const OWN = ['title', 'ins', 'del', 'numbers', 'wrap'] as const;
/** Known elsewhere, and near enough to be taken for one of them. */
const OTHERS: ReadonlySet<string> = new Set(['ref', 'id', 'copy', 'prompt', 'annotate']);

/** What other tools call it, with our form. */
const FOREIGN: Readonly<Record<string, string>> = {
  file: 'title="…"',
  filename: 'title="…"',
  caption: 'title="…"',
  mark: '{3,5-7}',
  highlight: '{3,5-7}',
  hl_lines: '{3,5-7}',
  add: 'ins={2}',
  added: 'ins={2}',
  remove: 'del={2}',
  removed: 'del={2}',
  linenos: 'numbers',
  linenums: 'numbers',
  lineNumbers: 'numbers',
  'line-numbers': 'numbers',
  ':line-numbers': 'numbers',
  showLineNumbers: 'numbers',
  startLine: 'numbers=10',
  startline: 'numbers=10',
};

function findSlip(word: string, name: string, value: string | undefined): FenceSlip | undefined {
  if (name === '' || OTHERS.has(name)) return undefined;
  const message = `The word '${word}' after the fence has no meaning.`;
  const own = OWN.find((each) => each === name);
  if (own !== undefined) return { word, message, hint: `Write ${FORMS[own]}.` };
  // Alone, some of these are words like any other.
  const isForeign = Object.hasOwn(FOREIGN, name) && (value !== undefined || /line/i.test(name));
  if (isForeign) return { word, message, hint: `Write ${FOREIGN[name]}.` };
  if (value === undefined && !/^(?:number|wraps|wrapped|nowrap)$/.test(name)) return undefined;
  const nearest = OWN.find((each) => each === findNearest(name, OWN));
  if (nearest === undefined || nearest[0] !== name[0]) return undefined;
  return { word, message, hint: `Did you mean '${nearest}'? Write ${FORMS[nearest]}.` };
}

const FORMS = {
  title: 'title="NAME"',
  ins: 'ins={2}, or ins={3,5-7}',
  del: 'del={2}, or del={3,5-7}',
  numbers: 'numbers, or numbers=10 for a first line 10',
  wrap: 'wrap alone',
} as const satisfies Record<(typeof OWN)[number], string>;
