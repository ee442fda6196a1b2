import type { Fence } from '../code/fence.ts';
import { closesFence, findFence } from '../parse/line-forms.ts';
import type { RenderContext, RenderStep } from '../render-context.ts';
import { visit } from '../visit.ts';

/** A fence that is never closed takes everything to the end of the text for code. */
export const checkFences: RenderStep = (tree, draft) => {
  visit(tree, 'fence', (fence) => checkFence(fence, draft));
};

/** The same of one block of code, in either kind of tree. */
export function checkFence(
  { position }: Pick<Fence, 'position'>,
  { markdown, isLast, problems }: RenderContext,
): void {
  const start = position?.start.offset ?? 0;
  const end = position?.end.offset ?? start;
  if (!isLast || markdown.slice(end).trim() !== '') return;
  const [opening = '', ...lines] = markdown.slice(start, end).split('\n');
  const mark = findFence(opening);
  if (mark === undefined || closesFence(lines.at(-1)?.replace(AROUND, '') ?? '', mark)) return;
  problems.push({
    code: 'markdown/unclosed-fence',
    severity: 'warning',
    message: 'The code block is never closed, so all text after it is code.',
    hint: 'Put a line with the same number of backticks or tildes where the code ends, and nothing else on it.',
    offset: start,
  });
}

/** What stands before a line of a block of code in a list or a quotation. */
const AROUND = /^[\s>]*/;
