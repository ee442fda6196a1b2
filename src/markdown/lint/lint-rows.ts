import { visit } from '../visit.ts';
import type { Lint } from './types.ts';

/** Lines with a bar at both ends that belong to no table: a blank line parts them from it, or the line below the head is missing. */
export const lintRows: Lint = (tree, { markdown, problems, before, after }) => {
  const last = tree.children.at(-1);
  if (last !== undefined) after.isBehindTable = last.type === 'table';
  if (!markdown.includes('|')) return;
  visit(tree, 'paragraph', ({ position }, index, parent) => {
    const [start, end] = [position?.start.offset ?? 0, position?.end.offset ?? 0];
    if (markdown.charAt(start) !== '|') return;
    const lines = markdown.slice(start, end).split('\n');
    if (!lines.every(isRow)) return;
    if (problems.some(({ offset }) => offset >= start && offset < end)) return;
    const isBehind =
      parent?.type === 'root' && index === 0
        ? before.isBehindTable
        : parent?.children[(index ?? 0) - 1]?.type === 'table';
    problems.push({
      code: 'markdown/loose-row',
      severity: 'warning',
      message: isBehind
        ? 'A blank line separates these cells from the table above, so readers see text with pipes.'
        : 'What looks like a table has no delimiter row below its header, so readers see text with bars.',
      hint: isBehind
        ? 'Remove the blank line, also where a tag is alone on its line.'
        : 'Put | --- | --- | below the first row.',
      offset: start,
      end,
    });
  });
};

/** A bar at both ends, behind what a quotation or an item puts before a line, and something in between. */
function isRow(line: string): boolean {
  const text = line.replace(/^[\s>]+/, '').trimEnd();
  return text.startsWith('|') && text.endsWith('|') && text.replaceAll('|', '').trim() !== '';
}
