import { findRegion, findRegions } from '../tidy/find-regions.ts';
import { countRowCells } from './outline-blocks.ts';

/** A row of delimiters below a row with another number of cells: for Markdown neither is part of a table. */
export interface LostTable {
  /** The row of delimiters, and where it stands. */
  readonly delimiters: string;
  readonly start: number;
  readonly width: number;
  /** The line before, and where it stands. */
  readonly head: string;
  readonly headStart: number;
  readonly headWidth: number;
}

const DELIMITER_ROW = /^[ \t]*(?:\|[ \t]*)?(?::?-{2,}:?[ \t]*\|[ \t]*)+(?::?-{2,}:?[ \t]*)?$/gm;

export function findLostTables(text: string): readonly LostTable[] {
  return listTables(text).filter(({ width, headWidth }) => width !== headWidth);
}

/** Numbers of columns that the tables of a text have. */
export function listWidths(text: string): ReadonlySet<number> {
  const sound = listTables(text).filter(({ width, headWidth }) => width === headWidth);
  return new Set(sound.map(({ width }) => width));
}

function listTables(text: string): readonly LostTable[] {
  if (!text.includes('|') || !text.includes('--')) return [];
  const tables = [...text.matchAll(DELIMITER_ROW)].flatMap(({ 0: delimiters, index: start }): LostTable[] => {
    const headStart = start < 2 ? 0 : text.lastIndexOf('\n', start - 2) + 1;
    const head = text.slice(headStart, Math.max(headStart, start - 1));
    // A tag that prints nothing may stand between the rows.
    const words = head.replace(/\{%[^{}]*%\}|\{\{[^{}]*\}\}/g, '');
    if (!words.includes('|')) return [];
    const [width, headWidth] = [countRowCells(delimiters), countRowCells(words)];
    return [{ delimiters, start, width, head, headStart, headWidth }];
  });
  if (tables.length === 0) return tables;
  const code = findRegions(text);
  return tables.filter(({ start }) => findRegion(code, start) === undefined);
}
