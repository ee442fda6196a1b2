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
  UNDERLINE,
} from './line-forms.ts';

/** What is known of a stretch after some of its lines. Whatever is not sure makes it old. */
export interface ScanState {
  /** Open list items, outermost first. */
  items: readonly OpenItem[];
  /** The code block that is not closed yet. */
  fence: OpenFence | undefined;
  /** What kind of line was before. Text goes on behind a plain one, whatever its indentation. */
  before: 'blank' | 'plain' | 'html' | 'code' | 'other';
  /** Nothing but blank lines stands between indented code and the next line. */
  isBehindCode: boolean;
  /** In a comment that began without indentation. */
  inComment: boolean;
  /** Where blocks end from here on cannot be said. */
  isUnsure: boolean;
  /** Some line may be read otherwise by CommonMark than by the older syntax. */
  isOld: boolean;
  /** The lines that are not within code. */
  readonly prose: string[];
}

interface OpenItem {
  /** Where its content begins. */
  readonly column: number;
  readonly mark: string;
}

interface OpenFence {
  readonly column: number;
  readonly mark: string;
}

export function createScanState(): ScanState {
  return {
    items: [],
    fence: undefined,
    before: 'blank',
    isBehindCode: false,
    inComment: false,
    isUnsure: false,
    isOld: false,
    prose: [],
  };
}

/** Takes in the next line. */
export function readLine(state: ScanState, line: string): void {
  const isDeep = isIndentedCode(state, line);
  if (state.fence === undefined && !isDeep) state.prose.push(line);
  if (/^[ \t]*$/.test(line)) {
    // The native parser takes blanks behind HTML for a part of the item around it.
    if (line !== '' && state.before === 'html') state.isOld = true;
    state.before = 'blank';
  } else if (state.inComment) {
    state.inComment = !line.includes('-->');
    state.before = 'html';
  } else if (/^ *\t/.test(line)) {
    giveUp(state);
  } else if (isDeep) {
    state.before = 'code';
    state.isBehindCode = true;
  } else if (state.fence !== undefined) {
    readCode(state, line, state.fence);
  } else {
    readBlock(state, line);
    state.isBehindCode = false;
  }
}

function isIndentedCode({ before, fence, items }: ScanState, line: string): boolean {
  if (fence !== undefined || (before !== 'blank' && before !== 'code')) return false;
  return measureIndent(line) >= (items.at(-1)?.column ?? 0) + 4;
}

function giveUp(state: ScanState): void {
  state.isUnsure = true;
  state.isOld = true;
}

function readCode(state: ScanState, line: string, { mark, column }: OpenFence): void {
  const indent = measureIndent(line);
  const closes = closesFence(line.slice(indent), mark);
  if (indent < column) {
    state.isOld = true;
    if (state.before === 'blank' || ITEM.test(line)) giveUp(state);
  }
  if (closes && indent > column) giveUp(state);
  if (closes) state.fence = undefined;
  state.before = 'other';
}

function readBlock(state: ScanState, line: string): void {
  const indent = measureIndent(line);
  if (UNDERLINE.test(line) && indent > 0 && state.before !== 'blank') state.isOld = true;
  if (RULE.test(line)) {
    leaveItems(state, indent);
    state.before = 'other';
  } else if (ITEM.test(line)) {
    readItem(state, line, indent);
  } else {
    const text = line.slice(indent);
    judgeIndent(state, text, indent);
    readContent(state, text, indent);
  }
}

/** Items whose content begins behind the column are closed; gives back the outermost of them. */
function leaveItems(state: ScanState, column: number): OpenItem | undefined {
  const left = state.items.find((item) => item.column > column);
  if (left !== undefined) state.items = state.items.slice(0, state.items.indexOf(left));
  return left;
}

function readItem(state: ScanState, line: string, indent: number): void {
  const left = leaveItems(state, indent);
  let column = state.items.at(-1)?.column ?? 0;
  let match = MARKER.exec(line.slice(column));
  // A number other than one goes on with a list, but does not interrupt a text.
  const mark = match?.[2] ?? '';
  const isText = state.before === 'plain' && /^\d/.test(mark) && mark.slice(0, -1) !== '1';
  if (isText && left?.mark !== mark.at(-1)) giveUp(state);
  // By the reference it does not even interrupt code, however many blank lines are between.
  if (state.isBehindCode && left === undefined && /^\d/.test(mark) && mark.slice(0, -1) !== '1')
    giveUp(state);
  // HTML goes on over what looks like an item in it.
  if (state.before === 'html' && left === undefined) giveUp(state);
  for (; match !== null; match = RULE.test(line.slice(column)) ? null : MARKER.exec(line.slice(column))) {
    column += match[0].length;
    state.items = [...state.items, { column, mark: match[2]?.at(-1) ?? '' }];
  }
  const rest = line.slice(column);
  // Deeper than an item may begin, or an empty one.
  if (ITEM.test(rest) && !RULE.test(rest)) giveUp(state);
  state.before = 'blank';
  readContent(state, rest, column);
}

/** Whether a line that is less indented than the current item is read alike by both. */
function judgeIndent(state: ScanState, text: string, indent: number): void {
  const outer = state.items.find(({ column }) => column > indent);
  if (outer === undefined || (state.before === 'plain' && PLAIN.test(text))) return;
  const isFlush = indent === 0 || state.items.some(({ column }) => column === indent);
  if (isFlush && (state.before === 'blank' || HEADING.test(text))) {
    leaveItems(state, indent);
  } else {
    state.isOld = true;
    state.items = state.items.slice(0, state.items.indexOf(outer) + 1);
  }
}

/** Reads what stands in a line behind its indentation and the markers of items. */
function readContent(state: ScanState, text: string, column: number): void {
  const isHtml = state.before === 'html';
  const mark = findFence(text);
  if (mark !== undefined) {
    if (isHtml || column > (state.items.at(-1)?.column ?? 0) + 3) giveUp(state);
    state.fence = { column, mark };
  }
  if (LONG_HTML.test(text)) readLongHtml(state, text, column, isHtml);
  if (text.startsWith('>')) readQuotation(state, text.replace(/^(?:> *)+/, ''));
  if (isHtml || text.startsWith('<')) state.before = 'html';
  else state.before = PLAIN.test(text) && !text.includes('|') ? 'plain' : 'other';
}

function readLongHtml(state: ScanState, text: string, column: number, isInside: boolean): void {
  // The native parser adds a line ending where it ends with the item that it stands in.
  if (column > 0) state.isOld = true;
  if (SHORT_HTML.test(text)) return;
  if (column === 0 && !isInside && /^<!--(?!.*-->)/.test(text)) state.inComment = true;
  else giveUp(state);
}

function readQuotation(state: ScanState, text: string): void {
  if (findFence(text) !== undefined) giveUp(state);
  if (ITEM.test(text) || UNDERLINE.test(text) || LONG_HTML.test(text)) state.isOld = true;
}
