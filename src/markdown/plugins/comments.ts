import { SKIP, visit } from 'unist-util-visit';
import type { Step } from '../draft.ts';

/** Takes HTML comments and document types out; those in code are text and stay. */
export const removeComments: Step = (tree) => {
  visit(tree, (node, index, parent) => {
    if ((node.type !== 'comment' && node.type !== 'doctype') || parent === undefined || index === undefined)
      return;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
};
