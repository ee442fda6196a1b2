/** A cell of a row of a table, as it is written, and where it begins in the row. */
interface Cell {
  readonly text: string;
  readonly at: number;
}

/** Parts a row at its bars as GFM does, in code too; those at its ends part nothing. */
export function splitCells(row: string): readonly Cell[] {
  const cells: Cell[] = [];
  let at = /^[ \t]*\|?/.exec(row)?.[0].length ?? 0;
  const end = row.replace(/[ \t]+$/, '').length;
  for (const { 0: sign, index } of row.matchAll(BAR)) {
    if (sign !== '|' || index < at || index >= end) continue;
    cells.push(createCell(row, at, index));
    at = index + 1;
  }
  if (at < end) cells.push(createCell(row, at, end));
  return cells;
}

const BAR = /\\[\\|]|\|/g;

function createCell(row: string, from: number, to: number): Cell {
  const text = row.slice(from, to);
  return { text: text.trim(), at: from + text.length - text.trimStart().length };
}

export function countCells(row: string): number {
  return splitCells(row).length;
}
