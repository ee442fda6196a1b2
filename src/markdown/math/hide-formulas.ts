import type { Root } from 'mdast';
import { parseTree } from '../parse/parse-tree.ts';
import type { Parser } from '../types.ts';
import { visit } from '../visit.ts';

/** A formula with its dollars: offsets into the text. */
interface Found {
  readonly start: number;
  readonly end: number;
}

/** What is read from left to right as something else, dollars and all: code, escapes, tags, addresses. */
const OTHERS = [
  /^(?<indent>[ \t>]*)(?<fence>`{3,}|~{3,})[^\n]*(?:\n(?![ \t>]*\k<fence>)[^\n]*)*(?:\n[ \t>]*\k<fence>[^\n]*)?/,
  /(?<!`)(?<tick>`+)(?!`)(?:(?!\n[ \t>]*\n)[\s\S])*?(?<!`)\k<tick>(?!`)/,
  /\\[^\n]/,
  /<(?<tag>code|kbd|pre|samp|script|style)\b[\s\S]*?<[/]\k<tag>>/,
  /<[a-z/!?][^<>]*>/,
  /\]\([^()\s]*/,
  /(?:https?:[/][/]|www\.)[^\s<]*/,
].map(({ source }) => source);
const TEX = String.raw`(?:[^\\$\`\n]|\\[^\n]|\n(?![ \t>]*\n))`;
/** Of prices one dollar stands behind a blank or before a digit; of names in shells before a letter. */
const INLINE = String.raw`(?<![\w$])\$(?![\s$])(?:[^\\$\`\n]|\\[^\n]|\n(?![ \t>]*\n)(?=[^\n$]*\$))*?(?<!\s)\$(?=$|[^\w$]|(?:th|st|nd|rd|s)\b)`;
const TOKEN = new RegExp(
  `${OTHERS.join('|')}|(?<formula>(?<!\\$)\\$\\$(?!\\$)${TEX}+?\\$\\$(?!\\$)|${INLINE})`,
  'gim',
);

/**
 * Makes code of formulas in Markdown, for which every parser has one rule: `$x_1$` becomes `` `xxx` ``. No character moves, and what
 * no code can stand in keeps its formula. By its place, a formula is found again in the text as it was.
 */
export function hideFormulas(text: string, parser: Parser): string {
  let found = findFormulas(text);
  while (found.length > 0) {
    const hidden = hide(text, found);
    const starts = listCode(parseTree(hidden, parser));
    const kept = found.filter(({ start }) => starts.has(start));
    if (kept.length === found.length) return hidden;
    found = kept;
  }
  return text;
}

function findFormulas(text: string): readonly Found[] {
  return [...text.matchAll(TOKEN)].flatMap(({ 0: token, index, groups }) =>
    groups?.formula === undefined ? [] : [{ start: index, end: index + token.length }],
  );
}

function hide(text: string, found: readonly Found[]): string {
  let hidden = '';
  let last = 0;
  for (const { start, end } of found) {
    hidden += text.slice(last, start) + disguise(text.slice(start, end), isQuoted(text, start));
    last = end;
  }
  return hidden + text.slice(last);
}

/** Lines keep what begins an item or a quotation. */
function disguise(formula: string, isInQuotation: boolean): string {
  const { length } = readDollars(formula);
  const inside = formula.slice(length, -length);
  const lines = inside.split('\n').map((line, at) => {
    const { 0: start = '' } = (at === 0 ? NO_START : isInQuotation ? QUOTED_START : START).exec(line) ?? [];
    return start + 'x'.repeat(line.length - start.length);
  });
  return `${'`'.repeat(length)}${lines.join('\n')}${'`'.repeat(length)}`;
}

const NO_START = /^/;
const START = /^[ \t]*/;
const QUOTED_START = /^[ \t>]*/;

/** Whether a quotation stands around what begins at an offset. */
export function isQuoted(text: string, offset: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return /^[ \t]*>/.test(line);
}

/** Offsets at which code within words begins. */
function listCode(tree: Root): ReadonlySet<number | undefined> {
  const starts = new Set<number | undefined>();
  visit(tree, 'inlineCode', ({ position }) => {
    starts.add(position?.start.offset);
  });
  return starts;
}

/** The dollars that a formula begins with: two where it stands on lines of its own. */
export function readDollars(formula: string): '$' | '$$' {
  return formula.startsWith('$$') ? '$$' : '$';
}
