import { type ItemState, keepsInItem, noteItemLine, startItem } from '../syntax/item-state.ts';
import {
  closesFence,
  findFence,
  HEADING,
  ITEM,
  LONG_HTML,
  MARKER,
  measureIndent,
  PLAIN,
  RULE,
  SHORT_HTML,
} from './line-forms.ts';

/** What the reference has open after some lines of a text: lists, and in the innermost of them a block. */
interface Model {
  /** Outermost first. */
  lists: readonly OpenList[];
  /** The mark of the code block that is not closed yet. */
  fence: string | undefined;
  /** The block that the last line belongs to: `plain` is a paragraph for sure, `other` may be one. */
  before: 'nothing' | 'plain' | 'other' | 'html' | 'quotation' | 'code';
}

interface OpenList {
  /** Of its last item. */
  readonly state: ItemState & { size: number };
  /** What its items begin with; of numbers the last character. */
  readonly mark: string;
}

/** A line on its way through the open lists. */
interface Walk {
  /** The whole line, indented as CommonMark asks for. */
  text: string;
  /** What is left of it behind those lists that it goes on with, and behind the markers of items. */
  rest: string;
  /** Where that begins. */
  column: number;
  /** How many lists the line goes on with. */
  depth: number;
}

/**
 * The text with the content of list items indented as CommonMark asks for, where the older syntax is content with
 * less, and with rules that are rules in both: read by CommonMark, it means what the original means by the older
 * syntax. No line gets longer or shorter but for its indentation. Follows what the reference does with lists, line by
 * line, and gives nothing back where a line is not simple enough to say what that is.
 */
export function normalizeLists(markdown: string): string | undefined {
  const model: Model = { lists: [], fence: undefined, before: 'nothing' };
  const straight: string[] = [];
  for (const line of markdown.split('\n')) {
    const walk = walkLists(model, line);
    if (walk === undefined || !readRest(model, walk)) return undefined;
    straight.push(walk.text);
  }
  return straight.join('\n');
}

/** Takes a line through the lists that it goes on with, as far as to the next item of one. */
function walkLists(model: Model, line: string): Walk | undefined {
  if (isOdd(line)) return undefined;
  const walk = { text: line, rest: line, column: 0, depth: 0 };
  if (/^ *\t/.test(line) && !isBlank(line) && !expandTabs(model, walk)) return undefined;
  for (const list of model.lists) {
    const { state } = list;
    const isKept = keepsInItem(state, walk.rest);
    noteItemLine(state, walk.rest);
    if (isBlank(walk.rest)) walk.rest = '';
    else if (isKept) keepLine(walk, state.size);
    else if (measureIndent(walk.rest) >= state.size) advance(walk, state.size);
    else return goOn(model, walk, list);
    walk.depth += 1;
  }
  return walk;
}

/** Other white space around a line, and tabs between dashes, which are seen differently in different places. */
function isOdd(line: string): boolean {
  const head = line.slice(0, line.length - line.trimStart().length);
  const tail = line.slice(line.trimEnd().length);
  return /[^ \t]/.test(head + tail) || (/^[-*_= \t]+$/.test(line) && line.includes('\t') && !isBlank(line));
}

function isBlank(text: string): boolean {
  return /^[ \t]*$/.test(text);
}

/** Tabs before text are as good as spaces, but not before code or HTML, nor where an item ends inside one. */
function expandTabs({ lists, fence, before }: Model, walk: Walk): boolean {
  const [list, inner] = lists;
  if (inner !== undefined) return false;
  if (fence !== undefined || before === 'html')
    return list !== undefined && keepsInItem(list.state, walk.rest);
  let columns = 0;
  const indent = /^[ \t]*/.exec(walk.rest)?.[0] ?? '';
  for (const blank of indent) columns += blank === '\t' ? 4 - (columns % 4) : 1;
  if (columns >= (list?.state.size ?? 0) + 4 && before !== 'plain') return false;
  if (walk.rest.charAt(indent.length) === '<') return false;
  walk.rest = ' '.repeat(columns) + walk.rest.slice(indent.length);
  walk.text = walk.rest;
  return true;
}

/** All indentation of the line is taken for that of the item. */
function keepLine(walk: Walk, size: number): void {
  walk.rest = walk.rest.replace(/^[ \t]+/, '');
  walk.column += size;
  walk.text = ' '.repeat(walk.column) + walk.rest;
}

function advance(walk: Walk, size: number): void {
  walk.rest = walk.rest.slice(size);
  walk.column += size;
}

/** Begins the next item of a list, if the line does. */
function goOn(model: Model, walk: Walk, { state, mark }: OpenList): Walk {
  const item = findItem(walk.rest);
  if (item?.mark.at(-1) !== mark) return walk;
  model.lists = model.lists.slice(0, walk.depth + 1);
  model.fence = undefined;
  model.before = 'nothing';
  state.size = item.size;
  walk.depth += 1;
  advance(walk, item.size);
  return walk;
}

function findItem(rest: string): { readonly mark: string; readonly size: number } | undefined {
  const match = RULE.test(rest) ? null : MARKER.exec(rest);
  return match === null ? undefined : { mark: match[2] ?? '', size: match[0].length };
}

/** Takes in what the line holds behind the lists that it goes on with. False where that cannot be said. */
function readRest(model: Model, walk: Walk): boolean {
  const goesOn = walk.depth === model.lists.length;
  if (isBlank(walk.rest)) {
    if (model.before !== 'code') model.before = 'nothing';
    return true;
  }
  if (model.fence !== undefined) return goesOn && readCode(model, walk.rest, model.fence);
  if (model.before === 'html') return goesOn && !BLOCK.test(walk.rest);
  if (model.before === 'plain' && DEEP_DASHES.test(walk.rest)) walk.text = walk.text.replaceAll('-', '*');
  return startItems(model, walk) && leaveLists(model, walk) && readLeaf(model, walk.rest);
}

/** Dashes that are a rule by the older syntax. By CommonMark they make a heading of the text above, but asterisks do not. */
const DEEP_DASHES = /^ {1,3}(?:- *){3,}$/;

/** What HTML is or is not interrupted by, depending on its tags. */
const BLOCK = /^[ \t]*(?:[-+*]|\d{1,9}[.)]|#{1,6}[ \t]|[>]|`{3}|~{3}|_ *_|<[!?])/;

function readCode(model: Model, rest: string, mark: string): boolean {
  const indent = measureIndent(rest);
  if (indent < 4 && closesFence(rest.slice(indent), mark)) model.fence = undefined;
  return true;
}

function startItems(model: Model, walk: Walk): boolean {
  for (let item = findItem(walk.rest); item !== undefined; item = findItem(walk.rest)) {
    // A number other than one does not interrupt a text, and by the reference not even code behind it.
    const interrupts = walk.depth === model.lists.length && model.before !== 'nothing';
    if (interrupts && /^\d/.test(item.mark) && item.mark.slice(0, -1) !== '1') return false;
    const state = { size: item.size };
    model.lists = [...model.lists.slice(0, walk.depth), { state, mark: item.mark.at(-1) ?? '' }];
    model.before = 'nothing';
    advance(walk, item.size);
    walk.depth += 1;
    startItem(state, walk.rest);
  }
  // An empty item, or one deeper than it may begin.
  return !ITEM.test(walk.rest) || RULE.test(walk.rest);
}

/** Closes the lists that a line does not go on with, unless it goes on with the paragraph in them. */
function leaveLists(model: Model, { rest, depth }: Walk): boolean {
  if (depth === model.lists.length) return true;
  const indent = measureIndent(rest);
  const text = rest.slice(indent);
  if (model.before === 'plain' && PLAIN.test(text) && !RULE.test(rest)) return true;
  const interrupts = indent < 4 && (HEADING.test(text) || RULE.test(rest) || findFence(text) !== undefined);
  if (!interrupts && model.before !== 'nothing' && model.before !== 'code') return false;
  model.lists = model.lists.slice(0, depth);
  model.before = 'nothing';
  return true;
}

/** A line of a paragraph or of another block that holds no blocks, or of a quotation. */
function readLeaf(model: Model, rest: string): boolean {
  const { before } = model;
  const text = rest.trimStart();
  if (before === 'quotation' && !text.startsWith('>')) return false;
  if (measureIndent(rest) >= 4) return readDeep(model);
  if (text.startsWith('>')) return readQuotation(model, text);
  if (text.startsWith('<')) return readHtml(model, text);
  if (/^\[\^[^\]]*\]:/.test(text)) return false;
  model.fence = findFence(text);
  const ends = model.fence !== undefined || HEADING.test(text) || (RULE.test(text) && before !== 'other');
  if (ends) model.before = 'nothing';
  else if (before === 'other' || !PLAIN.test(text) || text.includes('|')) model.before = 'other';
  else model.before = 'plain';
  return true;
}

/** Code, or text that goes on. */
function readDeep(model: Model): boolean {
  if (model.before === 'nothing') model.before = 'code';
  return model.before === 'code' || model.before === 'plain';
}

function readQuotation(model: Model, text: string): boolean {
  model.before = 'quotation';
  const quoted = text.replace(/^(?:> ?)+/, '');
  return !/^(?: {4}| *\t)/.test(quoted) && !ITEM.test(quoted) && !/^ *(?:<|`{3}|~{3}|\[\^)/.test(quoted);
}

function readHtml(model: Model, text: string): boolean {
  if (!LONG_HTML.test(text)) model.before = 'html';
  else if (model.lists.length > 0 || !SHORT_HTML.test(text)) return false;
  else model.before = 'nothing';
  return true;
}
