/** A stretch of Markdown that is code (fenced, indented, inline, `pre`) or an HTML comment. */
export interface Region {
  readonly kind: 'code' | 'comment';
  /** Code between lines of backticks or tildes. */
  readonly isFence?: true;
  readonly start: number;
  readonly end: number;
}

/**
 * Finds code and comments in Markdown without parsing it whole: fences in lists and quotes, code spans, `pre` and
 * `code` elements, indented code. In doubt a stretch counts as code, for then it is left alone. Sorted, not overlapping.
 */
export function findRegions(text: string): readonly Region[] {
  const state: State = {
    text,
    regions: [],
    missing: new Set(),
    at: 0,
    content: 0,
    afterBlank: true,
    opening: searchOpening(text, 0),
    indented: false,
  };
  while (state.at < text.length) readLine(state);
  return state.regions;
}

/** The first of some regions, as they are found, that a stretch touches. Texts have as many regions as places to ask for. */
export function findRegion(
  regions: readonly Region[],
  start: number,
  end: number = start + 1,
): Region | undefined {
  let [low, high] = [0, regions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((regions[middle]?.end ?? 0) > start) high = middle;
    else low = middle + 1;
  }
  const next = regions[low];
  return next !== undefined && next.start < end ? next : undefined;
}

interface State {
  readonly text: string;
  readonly regions: Region[];
  /** Closings that do not come any more, so that nobody looks for them again. */
  readonly missing: Set<string>;
  at: number;
  /** Column at which the content of the innermost list item begins; 0 outside of lists. */
  content: number;
  /** Whether the line before is blank or indented code: only then indented code can begin. */
  afterBlank: boolean;
  /** The last opening found; undefined when there are no more. */
  opening: RegExpExecArray | undefined;
  /** Whether the last region is indented code that may go on. */
  indented: boolean;
}

const CONTAINERS = /^(?:[ \t]*(?:>|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)))*/;
const FENCE = /^[ \t]*(`{3,}(?=[^`]*$)|~{3,})/;

function readLine(state: State): void {
  const { text, at } = state;
  const end = findLineEnd(text, at);
  const line = text.slice(at, end);
  const markers = CONTAINERS.exec(line)?.[0] ?? '';
  const fence = FENCE.exec(line.slice(markers.length))?.[1];
  if (line.trim() === '') {
    state.afterBlank = true;
    state.at = end + 1;
  } else if (fence !== undefined) {
    trackList(state, line, markers);
    readFence(state, markers, fence, end);
  } else if (state.afterBlank && markers === '' && countIndent(line) >= state.content + 4)
    readIndented(state, end);
  else {
    trackList(state, line, markers);
    state.afterBlank = false;
    state.indented = false;
    readInline(state, end);
  }
}

function findLineEnd(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  return newline === -1 ? text.length : newline;
}

/** A fence ends at its closing line, or with the quote it stands in, or with the text. */
function readFence(state: State, markers: string, fence: string, openingEnd: number): void {
  const { text, at } = state;
  const isQuoted = markers.includes('>');
  const closing = new RegExp(`^[ \\t>]*\\${fence.charAt(0)}{${fence.length},}[ \\t]*$`);
  let end = openingEnd;
  while (end < text.length) {
    const next = findLineEnd(text, end + 1);
    const line = text.slice(end + 1, next);
    if (isQuoted && !/^[ \t]*>/.test(line)) break;
    end = next;
    if (closing.test(line)) break;
  }
  state.regions.push({ kind: 'code', isFence: true, start: at, end });
  state.afterBlank = false;
  state.indented = false;
  state.at = end + 1;
}

/** Lines of indented code become one region with the blank lines between them. */
function readIndented(state: State, end: number): void {
  const start = state.indented ? state.regions.pop()?.start : undefined;
  state.regions.push({ kind: 'code', start: start ?? state.at, end });
  state.indented = true;
  state.at = end + 1;
}

function trackList(state: State, line: string, markers: string): void {
  const item = /^.*(?:[-*+]|\d[.)])/.exec(markers)?.[0];
  if (item !== undefined) {
    const blanks = /^[ \t]*/.exec(line.slice(item.length))?.[0] ?? '';
    state.content = item.length + Math.max(1, blanks.length);
  } else if (state.afterBlank && countIndent(line) === 0) state.content = 0;
}

/** Width of the blanks a line begins with; a tab reaches to the next multiple of four. */
function countIndent(line: string): number {
  let width = 0;
  for (const character of line) {
    if (character === ' ') width += 1;
    else if (character === '\t') width += 4 - (width % 4);
    else break;
  }
  return width;
}

/** Code spans, comments and `pre` or `code` elements that begin in a line; the last may end in a later one. */
function readInline(state: State, lineEnd: number): void {
  const { text, regions } = state;
  let limit = lineEnd;
  for (let from = state.at; ; ) {
    const found = findOpening(state, from);
    if (found === undefined || found.index >= limit) break;
    const end = findInlineEnd(state, found);
    from = end ?? found.index + found[0].length;
    if (end === undefined) continue;
    regions.push({ kind: found[0] === '<!--' ? 'comment' : 'code', start: found.index, end });
    if (end > limit) limit = findLineEnd(text, end);
  }
  state.at = limit + 1;
}

/** What may open a code span, comment or element next; looked for once, not again for every line before it. */
function findOpening(state: State, from: number): RegExpExecArray | undefined {
  if (state.opening === undefined || state.opening.index >= from) return state.opening;
  state.opening = searchOpening(state.text, from);
  return state.opening;
}

function searchOpening(text: string, from: number): RegExpExecArray | undefined {
  const search = /\\[`<\\]|`+|<!--|<(pre|code)\b[^<>]*>/gi;
  search.lastIndex = from;
  return search.exec(text) ?? undefined;
}

function findInlineEnd(state: State, found: RegExpExecArray): number | undefined {
  const [opening, element] = found;
  const from = found.index + opening.length;
  if (opening.startsWith('\\')) return undefined;
  if (opening === '<!--') return findClosing(state, '-->', from);
  if (element !== undefined) return findClosing(state, `</${element.toLowerCase()}>`, from);
  return findSpanEnd(state.text, opening, from);
}

function findClosing({ text, missing }: State, closing: string, from: number): number | undefined {
  if (missing.has(closing)) return undefined;
  const search = new RegExp(closing, 'gi');
  search.lastIndex = from;
  const found = search.exec(text);
  if (found === null) missing.add(closing);
  return found === null ? undefined : found.index + closing.length;
}

/** A code span ends at a run of as many backticks, within its paragraph. */
function findSpanEnd(text: string, opening: string, from: number): number | undefined {
  const next = /`+|\n[ \t]*\n/g;
  next.lastIndex = from;
  for (let found = next.exec(text); found !== null; found = next.exec(text)) {
    if (found[0].startsWith('\n')) return undefined;
    if (found[0].length === opening.length) return found.index + opening.length;
  }
  return undefined;
}
