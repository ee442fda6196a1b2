import { visit } from '../visit.ts';
import type { Lint } from './types.ts';

const FRAME = /<iframe\b(?:[^>"']|"[^"]*"|'[^']*')*>/gi;
const HAS_TITLE = /\stitle\s*=\s*(?:"\s*[^"\s]|'\s*[^'\s]|[^\s"'>])/i;

/** Videos and other frames of which somebody who cannot see them learns nothing. */
export const lintFrames: Lint = (tree, { markdown, problems }) => {
  if (!/<iframe/i.test(markdown)) return;
  visit(tree, 'html', ({ value, position }) => {
    if (value.startsWith('<!--')) return;
    const start = position?.start.offset ?? 0;
    for (const { 0: tag, index } of value.matchAll(FRAME)) {
      if (HAS_TITLE.test(tag)) continue;
      problems.push({
        code: 'markdown/no-frame-title',
        severity: 'warning',
        message: 'The frame has no title.',
        hint: 'Say what it shows: <iframe title="Video: how to publish a package" …>.',
        offset: start + index,
        end: start + index + tag.length,
      });
    }
  });
};
