/** What the parser remembers of a list while it reads it, line by line. The first part is CommonMark's own. */
export interface ItemState {
  /** Columns that the content of the current item is indented by. */
  size?: number | undefined;
  initialBlankLine?: boolean | undefined;
  furtherBlankLines?: boolean | undefined;
  _closeFlow?: boolean | undefined;
  /** The code block of the item that is not closed yet. */
  fence?: OpenFence | undefined;
  /** What kind of line was before this one. */
  before?: 'blank' | 'fence-end' | 'other' | undefined;
}

interface OpenFence {
  /** ```` ``` ```` or longer, or tildes. */
  readonly mark: string;
  /** Opened without indentation: then nothing but its end ends it. */
  readonly flush: boolean;
}

const ITEM = /^\s*(?:[-+*]|\d{1,9}[.)])(?:\s+|$)/;
const OPENING = /^\s*(`{3,}(?=[^`]*$)|~{3,})/;
const RULE = /^\s*([-*_])(?:\s*\1){2,}\s*$/;
const BLOCK = /^(?:#{1,6}\s|[<>|]|`{3}|~{3})/;
const QUOTATION = /^>/;
const SHELL_OPENING = /^(?:`{3,}|~{3,})\s*(?:shell|bash|sh|console)\b/;

/** A list begins: `rest` stands behind the marker of its first item. */
export function startItem(state: ItemState, rest: string): void {
  state.fence = findOpening(` ${rest}`);
  state.before = 'other';
}

/**
 * Whether a line that CommonMark would take out of the current item stays in it:
 * - one with some indentation, unless it begins an item of its own or is a rule;
 * - one without, inside a code block of the item;
 * - the opening of a block of shell commands, or a quotation, without indentation, right after a line of the item;
 * - text without indentation, right after a code block of the item.
 */
export function keepsInItem(state: ItemState, line: string): boolean {
  const { fence, before, size = 0, furtherBlankLines } = state;
  const indent = measureIndent(line);
  if (fence?.flush && indent < size) return true;
  if (furtherBlankLines || line.trim() === '' || indent >= size) return false;
  if (indent > 0) return fence !== undefined || !(ITEM.test(line) || RULE.test(line));
  if (before === 'blank' || ITEM.test(line)) return false;
  return (
    fence !== undefined ||
    SHELL_OPENING.test(line) ||
    QUOTATION.test(line) ||
    (before === 'fence-end' && !BLOCK.test(line) && !RULE.test(line))
  );
}

/** Keeps track of code blocks and blank lines. */
export function noteItemLine(state: ItemState, line: string): void {
  const { fence } = state;
  const closes = fence !== undefined && isClosing(line, fence.mark);
  const leaves = fence?.flush === false && measureIndent(line) === 0 && ITEM.test(line);
  if (fence === undefined || leaves) state.fence = findOpening(line);
  else if (closes) state.fence = undefined;
  state.before = closes ? 'fence-end' : line.trim() === '' ? 'blank' : 'other';
}

function findOpening(line: string): OpenFence | undefined {
  const marker = ITEM.exec(line);
  if (marker !== null) return findOpening(` ${line.slice(marker[0].length)}`);
  const mark = OPENING.exec(line)?.[1];
  return mark === undefined ? undefined : { mark, flush: /^\S/.test(line) };
}

function isClosing(line: string, mark: string): boolean {
  const text = line.trim();
  return text.length >= mark.length && text === mark.charAt(0).repeat(text.length);
}

/** Columns of white space, with tab stops of four. */
function measureIndent(line: string): number {
  let columns = 0;
  for (const character of line) {
    if (character === ' ') columns += 1;
    else if (character === '\t') columns += 4 - (columns % 4);
    else break;
  }
  return columns;
}
