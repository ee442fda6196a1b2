import { visitAll } from '../visit.ts';
import type { Lint } from './types.ts';

const RAW_HEADING = /<h([1-6])\b/gi;

/**
 * Headings two or more levels below the one before: readers of an outline look for what is in between. Which level a text
 * begins with is left to the site.
 */
export const lintHeadings: Lint = (tree, { after, problems }) => {
  visitAll(tree, (node) => {
    if (node.type === 'html')
      for (const [, depth] of node.value.matchAll(RAW_HEADING)) after.depth = Number(depth);
    if (node.type !== 'heading') return;
    const { depth, position } = node;
    const before = after.depth;
    if (before > 0 && depth > before + 1) {
      problems.push({
        code: 'markdown/heading-jump',
        severity: 'warning',
        message: `A heading of level ${depth} follows one of level ${before}.`,
        hint: `Write '${'#'.repeat(before + 1)}', or put a heading in between.`,
        offset: position?.start.offset ?? 0,
        end: position?.end.offset,
      });
    }
    after.depth = depth;
  });
};
