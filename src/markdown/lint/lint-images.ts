import { visitAll } from '../visit.ts';
import type { Lint } from './types.ts';

/** `alt` may be empty: then the author says that the picture only decorates. */
const RAW_IMAGE = /<img\b(?:[^>"']|"[^"]*"|'[^']*')*>/gi;
const HAS_ALT = /\salt(?:[\s=/>])/i;

/** Pictures of which somebody who cannot see them learns nothing. */
export const lintImages: Lint = (tree, { markdown, problems }) => {
  if (!/!\[|<img/i.test(markdown)) return;
  const report = (offset: number, end: number | undefined, hint: string) =>
    problems.push({
      code: 'markdown/no-image-text',
      severity: 'warning',
      message: 'The image has no alternative text.',
      hint,
      offset,
      end: end,
    });
  visitAll(tree, (node) => {
    const start = node.position?.start.offset ?? 0;
    if (node.type === 'image' || node.type === 'imageReference') {
      if ((node.alt ?? '').trim() !== '') return;
      report(start, node.position?.end.offset, 'Write what it shows between the brackets: ![Settings](…).');
    } else if (node.type === 'html' && !node.value.startsWith('<!--')) {
      for (const { 0: tag, index } of node.value.matchAll(RAW_IMAGE))
        if (!HAS_ALT.test(tag))
          report(
            start + index,
            start + index + tag.length,
            `Add alt="…", or alt="" if it is only decoration.`,
          );
    }
  });
};
