import { createState, ITEM, readLine, type StretchState } from './stretch-state.ts';

/** A part of a text that holds whole blocks of the top level. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  /** Whether it may hold what only the reference reads as it should. */
  readonly isOld: boolean;
}

/**
 * Parts a text where a block of the top level surely begins, by CommonMark as well as by the older syntax: at a line
 * that has a blank line before it, begins without indentation and is no list item, outside of code and comments.
 * Where that is not sure, the rest stays in one part, for the reference. Neighbours of one kind are joined.
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
    addStretch(stretches, { start, end, isOld: state.isOld || isOldText(markdown.slice(start, end)) });
  }
}

function isStart(line: string, { before, fence, inComment, isUnsure }: StretchState): boolean {
  if (isUnsure || inComment || fence !== undefined || before !== 'blank') return false;
  return /^\S/.test(line) && !ITEM.test(line);
}

function addStretch(stretches: Stretch[], stretch: Stretch): void {
  const last = stretches.at(-1);
  if (last?.isOld !== stretch.isOld) stretches.push(stretch);
  else stretches[stretches.length - 1] = { ...last, end: stretch.end };
}
