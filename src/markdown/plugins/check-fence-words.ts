import { offsetOf } from '../html/offset.ts';
import type { RenderStep } from '../render-context.ts';
import { visit } from '../visit.ts';

/** Words behind a fence that are meant to change how its code looks, and change nothing. */
export const checkFenceWords: RenderStep = (tree, { markdown, problems }) => {
  visit(tree, 'fence', (fence) => {
    for (const { word, message, hint } of fence.info.look.slips) {
      const start = offsetOf(fence);
      const [opening = ''] = markdown.slice(start).split('\n', 1);
      const at = opening.indexOf(word);
      const place = at === -1 ? { offset: start } : { offset: start + at, end: start + at + word.length };
      problems.push({ code: 'markdown/fence-word', severity: 'warning', message, hint, ...place });
    }
  });
};
