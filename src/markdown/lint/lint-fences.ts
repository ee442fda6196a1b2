import { findFence } from '../parse/line-forms.ts';
import { visit } from '../visit.ts';
import type { Lint } from './types.ts';

const MARK = /^[\s>]*(`{3,}|~{3,})[\w.+#-]*\s*$/;

/** Lines in a block of code that look like the begin or the end of one: the block does not end where its author means. */
export const lintFences: Lint = (tree, markdown, problems) => {
  visit(tree, 'code', ({ position }) => {
    const [start, end] = [position?.start.offset ?? 0, position?.end.offset ?? 0];
    const [opening = '', ...lines] = markdown.slice(start, end).split('\n');
    const fence = findFence(opening);
    if (fence === undefined) return;
    let offset = start + opening.length + 1;
    for (const [at, line] of lines.entries()) {
      const mark = MARK.exec(line)?.[1];
      const isLast = at === lines.length - 1;
      if (!isLast && mark?.startsWith(fence)) {
        problems.push({
          code: 'markdown/fence-in-code',
          severity: 'warning',
          message: `The line '${line.trim()}' stands inside a block of code and does not end the block.`,
          hint: `Close the block before it with '${fence}' alone on a line, indented as the first line is; or open the block with more marks.`,
          offset: offset + line.indexOf(mark),
          end: offset + line.trimEnd().length,
        });
        return;
      }
      offset += line.length + 1;
    }
  });
};
