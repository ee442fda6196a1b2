import { findFence } from '../parse/line-forms.ts';
import { visit } from '../visit.ts';
import type { Lint } from './types.ts';

/** What no code begins with: a step with words, a picture, a link into the site, bold words. */
const PROSE = /^(?:\d{1,3}[.)] +(?:\p{L}|\*\*|\[)|!\[|\*\*[\p{L}\p{N}])|\]\((?:\/|https?:)[^\s)]*\)/u;

/** Text that is code for its indentation. */
export const lintIndented: Lint = (tree, { markdown, problems }) => {
  if (!/ {4}|\t/.test(markdown)) return;
  visit(tree, 'code', ({ lang, value, position }) => {
    const start = position?.start.offset ?? 0;
    const [opening = ''] = markdown.slice(start).split('\n', 1);
    if (lang || findFence(opening.trimStart()) !== undefined) return;
    const [first = ''] = value.split('\n');
    if (!PROSE.test(first)) return;
    problems.push({
      code: 'markdown/indented-text',
      severity: 'warning',
      message: `The text is indented by four spaces or more, so readers see code: '${shorten(first)}'.`,
      hint: 'Indent it as far as the text that it belongs to.',
      offset: start,
      end: position?.end.offset,
    });
  });
};

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
