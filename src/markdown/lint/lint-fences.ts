import { closesFence, findFence } from '../parse/line-forms.ts';
import { visit } from '../visit.ts';
import type { Lint } from './types.ts';

const MARK = /^[\s>]*(`{3,}|~{3,})[\w.+#-]*\s*$/;

/**
 * Lines in a block of code that look like the begin or the end of one: the block does not end where its author means. And blocks
 * that only the end of their item or quotation closes.
 */
export const lintFences: Lint = (tree, { markdown, problems, isLast }) => {
  if (!/`{3}|~{3}/.test(markdown)) return;
  visit(tree, 'code', ({ position }, _, parent) => {
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
          message: `The line '${line.trim()}' is inside a code block and does not close it.`,
          hint: `Close the block before it with '${fence}' alone on a line, indented as the first line is; or open the block with more marks.`,
          offset: offset + line.indexOf(mark),
          end: offset + line.trimEnd().length,
        });
        return;
      }
      offset += line.length + 1;
    }
    const last = lines.at(-1)?.replace(/^[\s>]*/, '') ?? '';
    // At the end of the text a build says so.
    if (parent?.type === 'root' || closesFence(last, fence)) return;
    if (isLast && markdown.slice(end).trim() === '') return;
    problems.push({
      code: 'markdown/fence-in-code',
      severity: 'warning',
      message:
        'The code block is not closed, so it takes in everything that follows in its list item or quotation.',
      hint: `Put '${fence}' alone on a line where the code ends, indented as the first line is.`,
      offset: start,
      end: start + opening.length,
    });
  });
};
