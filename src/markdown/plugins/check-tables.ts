import type { Root, TableRow } from 'mdast';
import { splitCells } from '../syntax/split-cells.ts';
import type { Problem } from '../types.ts';
import { visit } from '../visit.ts';

/**
 * Cells that readers do not see since the head has fewer, and code that a bar parts.
 *
 * @param text that was parsed: bars in formulas of the Markdown part no cells
 */
export function checkTables(tree: Root, markdown: string, text: string, problems: Problem[]): void {
  visit(tree, 'table', ({ children: [head, ...rows] }) => {
    const width = head?.children.length ?? 0;
    for (const row of rows)
      checkRow(row, width, text.includes('$') || !markdown.includes('$') ? markdown : text, problems);
  });
}

function checkRow({ position }: TableRow, width: number, markdown: string, problems: Problem[]): void {
  const start = position?.start.offset ?? 0;
  const source = markdown.slice(start, position?.end.offset);
  // Most rows have neither.
  const bars = Number(source.startsWith('|')) + Number(source.trimEnd().endsWith('|'));
  if (source.split('|', width + 4).length - bars <= width && !source.includes('`')) return;
  const cells = splitCells(source);
  const parted = cells.find(
    ({ text }, at) => at + 1 < cells.length && isParted(text, cells[at + 1]?.text ?? ''),
  );
  const lost = cells.slice(width).filter(({ text }) => text !== '');
  const [first] = lost;
  if (first !== undefined) {
    problems.push({
      code: 'markdown/lost-cells',
      severity: 'warning',
      message: `The row has ${cells.length} cells under a header of ${width}, so readers do not see ${quote(lost.map(({ text }) => text))}.`,
      hint:
        parted === undefined
          ? 'Give the header as many cells, or write `\\|` for a bar that does not separate cells.'
          : 'A bar separates cells in code too: write `\\|` there.',
      offset: start + first.at,
    });
  } else if (parted !== undefined) {
    problems.push({
      code: 'markdown/parted-code',
      severity: 'warning',
      message: `A bar inside backquotes separates two cells, so readers see ${quote([parted.text])} instead of code.`,
      hint: 'Write `\\|` there.',
      offset: start + parted.at,
    });
  }
}

/** A mark of code is open at the end of the cell, and one stands alone in the next. */
function isParted(text: string, next: string): boolean {
  return hasOpenMark(text) && hasOpenMark(next);
}

function hasOpenMark(text: string): boolean {
  return text
    .replace(/\\`/g, '')
    .replace(/(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/g, '')
    .includes('`');
}

function quote(texts: readonly string[]): string {
  const whole = texts.join(' | ');
  return `'${whole.length > LONG ? `${whole.slice(0, LONG)}…` : whole}'`;
}

/** Characters of what is lost that a message holds. */
const LONG = 80;
