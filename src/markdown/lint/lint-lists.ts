import type { List, RootContent } from 'mdast';
import type { NumberMark, StepsBefore } from '../parts/part.ts';
import type { RenderContext } from '../render-context.ts';
import { visitAll } from '../visit.ts';
import type { Lint } from './types.ts';

/**
 * Numbered lists that begin again at 1 behind a block of code, a picture or a table: that was meant to stand in the step before.
 * Where the author has counted, two lists are two. And those that are two because `1)` stands below `1.`.
 */
export const lintLists: Lint = (tree, draft) => {
  draft.after.steps = followSteps(tree.children, draft.before.steps, draft);
  draft.after.numberMark = followMarks(tree.children, draft.before.numberMark, draft);
  if (!/\d[.)]/.test(draft.markdown)) return;
  visitAll(tree, (node) => {
    if (node.type !== 'root' && 'children' in node) {
      followSteps(node.children, 'none', draft);
      followMarks(node.children, '', draft);
    }
  });
};

/** Goes from block to block. Gives back what stands behind the numbers of the last one. */
function followMarks(
  nodes: readonly RootContent[],
  before: NumberMark,
  { markdown, problems }: RenderContext,
): NumberMark {
  let last = before;
  for (const node of nodes) {
    const offset = node.position?.start.offset ?? 0;
    const mark = node.type === 'list' && node.ordered === true ? readMark(markdown, offset) : '';
    if (mark !== '' && last !== '' && mark !== last) {
      problems.push({
        code: 'markdown/list-marks',
        severity: 'warning',
        message: `A new list begins here, because this number is followed by '${mark}', and those above by '${last}'.`,
        hint: `Write '${last}' after every number of a list.`,
        offset,
      });
    }
    last = mark;
  }
  return last;
}

function readMark(markdown: string, offset: number): NumberMark {
  const [, mark = ''] = /^\d{1,9}([.)])/.exec(markdown.slice(offset, offset + 10)) ?? [];
  return mark as NumberMark;
}

/** Goes from block to block. Gives back what the block behind them has before it. */
function followSteps(
  nodes: readonly RootContent[],
  before: StepsBefore,
  { markdown, problems }: RenderContext,
): StepsBefore {
  let steps = before;
  for (const node of nodes) {
    const isSteps = node.type === 'list' && isUncounted(node, markdown);
    if (isSteps && steps === 'further up') {
      problems.push({
        code: 'markdown/list-restart',
        severity: 'warning',
        message:
          'The numbers of the steps start again at 1, because what comes before this step is not part of the list.',
        hint: 'Indent what belongs to a step as far as the words of the step.',
        offset: node.position?.start.offset ?? 0,
      });
    }
    if (isSteps) steps = 'right before';
    else steps = steps !== 'none' && isPartOfStep(node) ? 'further up' : 'none';
  }
  return steps;
}

/** Whether all items have the number 1. */
function isUncounted({ ordered, children }: List, markdown: string): boolean {
  return (
    ordered === true &&
    children.every(({ position }) => /^1[.)]/.test(markdown.slice(position?.start.offset ?? 0)))
  );
}

function isPartOfStep(node: RootContent): boolean {
  if (node.type === 'code' || node.type === 'table') return true;
  return (
    node.type === 'paragraph' &&
    node.children.length > 0 &&
    node.children.every(({ type }) => type === 'image')
  );
}
