import type { Step } from '../draft.ts';
import { offsetOf } from '../html/offset.ts';
import { visit } from '../visit.ts';

/** A fence that is never closed takes everything to the end of the text for code. */
export const checkFences: Step = (tree, draft) => {
  visit(tree, 'fence', (fence) => {
    const { markdown } = draft;
    const start = offsetOf(fence);
    const end = fence.position?.end.offset ?? start;
    const [opening = '', ...lines] = markdown.slice(start, end).split('\n');
    if (!OPENING.test(opening) || CLOSING.test(lines.at(-1) ?? '')) return;
    if (markdown.slice(end).trim() !== '') return;
    draft.problems.push({
      code: 'markdown/unclosed-fence',
      severity: 'warning',
      message: 'The block of code is never closed, so all text after it is code.',
      hint: 'Put a line of as many backticks or tildes where the code ends, and nothing else on it.',
      offset: start,
    });
  });
};

const OPENING = /^(?:`{3,}|~{3,})/;
const CLOSING = /^[\s>]*(?:`{3,}|~{3,})\s*$/;
