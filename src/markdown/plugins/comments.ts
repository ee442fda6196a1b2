import type { RenderStep } from '../render-context.ts';
import { visitAll } from '../visit.ts';

/** Takes HTML comments and document types out; those in code are text and stay. */
export const removeComments: RenderStep = (tree) => {
  visitAll(tree, (node, index, parent) => {
    if ((node.type !== 'comment' && node.type !== 'doctype') || parent === undefined || index === undefined)
      return;
    parent.children.splice(index, 1);
    return index;
  });
};
