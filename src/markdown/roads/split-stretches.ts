import { ITEM } from './line-forms.ts';
import { straighten } from './straighten.ts';
import { createState, readLine, type StretchState } from './stretch-state.ts';

/** A part of a text that holds whole blocks of the top level. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  /** For the parser that is given it: the text of the part, or one of the same meaning with other indentation. */
  readonly text: string;
  /** Whether it may hold what only the reference reads as it should. */
  readonly isOld: boolean;
}

/**
 * Parts a text where a block of the top level surely begins, by CommonMark as well as by the older syntax: at a line
 * that has a blank line before it, begins without indentation and is no list item, outside of code and comments.
 * Where that is not sure, the rest stays in one part, for the reference.
 *
 * @param isOldText whether a part is for the reference because of what stands in it, not of where it stands
 */
export function splitStretches(
  markdown: string,
  isOldText: (markdown: string) => boolean,
): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let state = createState();
  let start = 0;
  let offset = 0;
  for (const line of markdown.split('\n')) {
    if (offset > 0 && isStart(line, state)) {
      close(offset);
      start = offset;
      state = createState();
    }
    if (state.isUnsure) break;
    readLine(state, line);
    offset += line.length + 1;
  }
  close(markdown.length);
  return stretches;

  function close(end: number): void {
    const text = markdown.slice(start, end);
    const modern = isOldText(text) ? undefined : state.isOld ? modernize(text) : text;
    stretches.push({ start, end, text: modern ?? text, isOld: modern === undefined });
  }
}

function isStart(line: string, { before, fence, inComment, isUnsure }: StretchState): boolean {
  if (isUnsure || inComment || fence !== undefined || before !== 'blank') return false;
  return /^\S/.test(line) && !ITEM.test(line);
}

/** A text of the same meaning that holds nothing old any more, if there is one. */
function modernize(text: string): string | undefined {
  const straight = straighten(text);
  return straight === undefined || isOld(straight) ? undefined : straight;
}

function isOld(text: string): boolean {
  const state = createState();
  for (const line of text.split('\n')) readLine(state, line);
  return state.isOld;
}
