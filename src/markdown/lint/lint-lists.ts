import type { List, RootContent } from 'mdast';
import { visit } from '../visit.ts';
import type { Lint } from './types.ts';

/**
 * Numbered lists that begin again at 1 behind a block of code, a picture or a table: that was meant to stand in the step before.
 * Where the author has counted, two lists are two.
 */
export const lintLists: Lint = (tree, markdown, problems) => {
  visit(tree, 'list', (list, index, parent) => {
    if (parent === undefined || index === undefined || !isUncounted(list, markdown)) return;
    const between: RootContent[] = [];
    for (const node of parent.children.slice(index + 1) as RootContent[]) {
      if (isPartOfStep(node)) {
        between.push(node);
        continue;
      }
      const [first] = between;
      if (node.type !== 'list' || first === undefined || !isUncounted(node, markdown)) return;
      problems.push({
        code: 'markdown/list-restart',
        severity: 'warning',
        message:
          'The numbers of the steps begin again at 1, for what stands before this step is not part of the list.',
        hint: 'Indent what belongs to a step as far as the words of the step.',
        offset: node.position?.start.offset ?? 0,
      });
      return;
    }
  });
};

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
