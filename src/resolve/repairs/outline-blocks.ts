import { findTags, type WrittenTag } from './find-tags.ts';

/**
 * The blocks of a text with Liquid, one word for each, in their order: headings with their level, list items and
 * paragraphs with their depth, tables and their rows, quotes, fences. Tags are named where they stand, so that two
 * outlines can be laid side by side. All branches of conditions are read one after the other. What tags bring in is
 * unknown here, so a scanner of lines does, and is cheap.
 *
 * @example outlineBlocks('## A\n\n1. {% data x.y %}\n') // ['h2', 'ol0', '{data x.y}']
 */
export function outlineBlocks(text: string): readonly string[] {
  const { marked, keys } = markTags(text);
  const state: State = {
    words: [],
    open: undefined,
    fence: undefined,
    head: undefined,
    items: [],
    quotes: 0,
  };
  let next = 0;
  for (const line of marked.split('\n')) {
    const isCode = state.fence !== undefined;
    const [lead = ''] = /^[\s\uE000]*/.exec(line) ?? [];
    const [before, after] = [lead, line.slice(lead.length)].map(countMarks) as [number, number];
    if (!isCode) for (const key of keys.slice(next, next + before)) state.words.push(key);
    readLine(state, line);
    if (!isCode) for (const key of keys.slice(next + before, next + before + after)) state.words.push(key);
    next += before + after;
  }
  return state.words;
}

interface State {
  readonly words: string[];
  /** What the next line may go on with. */
  open: 'paragraph' | 'table' | 'html' | undefined;
  /** The characters that opened a fence, while it is open. */
  fence: string | undefined;
  /** The line before, where it may be the head of a table: its cells, and the word that it added or where one would go. */
  head:
    | { readonly cells: number; readonly at: number; readonly isFirst: boolean; readonly wide: string }
    | undefined;
  /** Columns at which the contents of the open list items begin, outer ones first. */
  items: number[];
  /** Depth of the quotes of the line before. */
  quotes: number;
}

/** Tags that print nothing, also where a line holds nothing else. */
const SILENT =
  /^(?:if|unless|ifversion|elsif|else|endif|endunless|case|when|endcase|for|endfor|break|continue|assign|capture|endcapture|increment|decrement|comment|endcomment|raw|endraw)$/;
/** Tags that print words within a line. */
const WORDY = /^(?:octicon|prompt|endprompt)$/;
/** Tags that bring in what may be blocks. Those not known here enclose blocks in an element. */
const BRINGING =
  /^(?:data|indented_data_reference|include|link|link_with_intro|link_in_list|topic_link_in_list)$/;

/** One character stands for a tag. */
const MARKS = { silent: '\uE000', words: '\uE001', bringing: '\uE002', enclosing: '\uE003' };

function markTags(text: string): { readonly marked: string; readonly keys: readonly string[] } {
  const keys: string[] = [];
  let marked = '';
  let at = 0;
  for (const tag of findTags(text)) {
    const before = text.slice(at, tag.start);
    marked += (tag.text.startsWith('{%-') ? before.trimEnd() : before) + MARKS[judgeTag(tag)];
    keys.push(`{${`${tag.name} ${tag.args.replace(/\s+/g, ' ')}`.trim()}}`);
    at = tag.end;
    if (tag.text.endsWith('-%}')) at += /^\s*/.exec(text.slice(at))?.[0].length ?? 0;
  }
  return { marked: marked + text.slice(at), keys };
}

function countMarks(text: string): number {
  return text.match(/[\uE000-\uE003]/g)?.length ?? 0;
}

function judgeTag({ name, args }: WrittenTag): keyof typeof MARKS {
  if (SILENT.test(name)) return 'silent';
  if (WORDY.test(name) || (name === 'data' && args.startsWith('variables.'))) return 'words';
  return BRINGING.test(name) ? 'bringing' : 'enclosing';
}

const FENCE = /^(`{3,}(?=[^`]*$)|~{3,})/;
const HEADING = /^(#{1,6})(?:[ \t]|$)/;
const RULE = /^(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const ITEM = /^(?:[-*+]|(\d{1,9})[.)])(?:[ \t]+|$)/;
const QUOTES = /^(?:>[ \t]?)+/;
const DELIMITERS = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*(?:\|[ \t]*)?$/;
/** Elements of blocks, and any other tag that has a line for itself. */
const HTML =
  /^<(?:\/?(?:div|table|thead|tbody|tr|td|th|ul|ol|li|p|pre|details|summary|section|h[1-6]|blockquote|dl|dt|dd|hr|iframe|form|center|figure|style|script)\b|!--|\/?[a-z][^<>]*>[ \t]*$)/i;

function readLine(state: State, line: string): void {
  if (state.fence !== undefined) {
    if (line.replace(/^[ \t>]+/, '').startsWith(state.fence)) state.fence = undefined;
  } else if (/^[\s\uE000]*$/.test(line))
    Object.assign(state, { open: undefined, head: undefined, quotes: 0 });
  else readContainers(state, line.replaceAll(MARKS.silent, ''));
}

function readContainers(state: State, line: string): void {
  const bare = line.trimStart();
  const quotes = QUOTES.exec(bare)?.[0] ?? '';
  const depth = quotes.split('>').length - 1;
  let rest = bare.slice(quotes.length).trimStart();
  let column = countColumns(line.slice(0, line.length - rest.length));
  const isLazy = state.open === 'paragraph' && !BEGINNINGS.some((beginning) => beginning.test(rest));
  for (let at = state.quotes; at < depth; at += 1) state.words.push('quote');
  if (depth > state.quotes || rest === '') state.open = undefined;
  if (depth > 0 || !isLazy) state.quotes = depth;
  if (rest === '') return;
  if (!isLazy) state.items = state.items.filter((content) => content <= column);
  for (let item = findItem(rest); item !== null; item = findItem(rest)) {
    state.words.push(`${item[1] === undefined ? 'ul' : 'ol'}${state.items.length}`);
    column += item[0].length;
    state.items.push(column);
    rest = rest.slice(item[0].length);
    // The first paragraph of an item is the item.
    Object.assign(state, { open: rest === '' ? undefined : 'paragraph', head: undefined });
  }
  if (rest === '') return;
  readContent(state, rest);
}

/** What begins a block although a paragraph is open. */
const BEGINNINGS = [FENCE, HEADING, RULE, ITEM];

function findItem(rest: string): RegExpExecArray | null {
  return RULE.test(rest) ? null : ITEM.exec(rest);
}

function readContent(state: State, rest: string): void {
  const { head } = state;
  const heading = HEADING.exec(rest)?.[1];
  const fence = FENCE.exec(rest)?.[1];
  const alert = state.quotes > 0 ? /^\[!([A-Z]+)\]/.exec(rest)?.[1] : undefined;
  state.head = undefined;
  const isAlone = /^[\uE002 \t]+$/.test(rest);
  if (/^\uE003[\uE001-\uE003 \t]*$/.test(rest)) begin('block', undefined);
  else if (state.open === 'html') return;
  else if (fence !== undefined) {
    begin('fence', undefined);
    state.fence = fence;
  } else if (heading !== undefined) begin(`h${heading.length}`, undefined);
  else if (head !== undefined && DELIMITERS.test(rest) && countRowCells(rest) === head.cells) {
    state.words.splice(head.at, head.isFirst ? 1 : 0, `table${head.cells}${head.wide}`);
    state.open = 'table';
  } else if (RULE.test(rest)) begin('rule', undefined);
  else if (alert !== undefined) begin(`alert ${alert}`, undefined);
  else if (state.open === 'table') state.words.push(`row${findWide(rest)}`);
  else if (HTML.test(rest) || (rest.startsWith(MARKS.enclosing) && state.open === undefined))
    begin('html', 'html');
  else {
    const isFirst = state.open === undefined;
    state.head = { cells: countRowCells(rest), at: state.words.length, isFirst, wide: findWide(rest) };
    if (isFirst || isAlone) begin(`p${state.items.length}${'>'.repeat(state.quotes)}`, 'paragraph');
    // What a tag brings in on a line of its own ends there.
    if (isAlone) state.open = undefined;
  }

  function begin(word: string, open: State['open']): void {
    state.words.push(word);
    state.open = open;
  }
}

/** A full-width pipe where that of a table should be. */
function findWide(row: string): string {
  return row.startsWith('｜') ? '｜' : '';
}

/** Cells of a line of a table. */
export function countRowCells(line: string): number {
  return line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
    .split(/(?<!\\)\|/).length;
}

function countColumns(text: string): number {
  let columns = 0;
  for (const character of text) columns += character === '\t' ? 4 - (columns % 4) : 1;
  return columns;
}
