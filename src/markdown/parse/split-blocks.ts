import { ITEM } from './line-forms.ts';
import { normalizeLists } from './normalize-lists.ts';
import { createScanState, readLine, type ScanState } from './scan-state.ts';
import { disguiseWideMarks } from './wide-marks.ts';

/** A part of a text that holds whole blocks of the top level. */
export interface MarkdownBlock {
  readonly start: number;
  readonly end: number;
  /** For the parser that is given it: the text of the part, or one of the same meaning (`normalizeLists`). */
  readonly text: string;
  /** Whether it may hold what only the reference reads as it should. */
  readonly isOld: boolean;
}

/** A part with what is known of it after its last line. */
interface ScannedBlock {
  readonly start: number;
  readonly end: number;
  readonly state: ScanState;
}

/**
 * Says of each part of a text for which parser it is.
 *
 * @param isOldProse whether a part is for the reference because of what stands in its lines without code blocks
 */
export function splitMarkdownBlocks(
  markdown: string,
  isOldProse: (prose: string) => boolean,
): readonly MarkdownBlock[] {
  return cutBlocks(markdown).map(({ start, end, state }) => {
    const text = markdown.slice(start, end);
    const modern = isOld(state, isOldProse) ? modernize(text, isOldProse) : text;
    return { start, end, text: modern ?? text, isOld: modern === undefined };
  });
}

/**
 * Parts a text where a block of the top level surely begins, by CommonMark as well as by the older syntax: at a line
 * that has a blank line before it, begins without indentation and is no list item, outside of code and comments.
 * Where that is not sure, the rest stays in one part, for the reference.
 */
export function cutBlocks(markdown: string): readonly ScannedBlock[] {
  const stretches: ScannedBlock[] = [];
  let state = createScanState();
  let start = 0;
  let offset = 0;
  for (const line of markdown.split('\n')) {
    if (offset > 0 && isStart(line, state)) {
      close(offset);
      start = offset;
      state = createScanState();
    }
    if (state.isUnsure) break;
    readLine(state, line);
    offset += line.length + 1;
  }
  close(markdown.length);
  return stretches;

  function close(end: number): void {
    stretches.push({ start, end, state });
  }
}

function isStart(line: string, { before, fence, inComment, isUnsure }: ScanState): boolean {
  if (isUnsure || inComment || fence !== undefined || before !== 'blank') return false;
  return /^\S/.test(line) && !ITEM.test(line);
}

function isOld(state: ScanState, isOldProse: (prose: string) => boolean): boolean {
  if (state.isOld) return true;
  const prose = state.prose.join('\n');
  return isOldProse(prose) || disguiseWideMarks(prose) === undefined;
}

/** A text of the same meaning that holds nothing old any more, if there is one. */
function modernize(text: string, isOldProse: (prose: string) => boolean): string | undefined {
  const straight = normalizeLists(text);
  if (straight === undefined || straight === text) return undefined;
  const state = createScanState();
  for (const line of straight.split('\n')) readLine(state, line);
  return isOld(state, isOldProse) ? undefined : straight;
}
