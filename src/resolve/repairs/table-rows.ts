import type { Edit } from '../tidy/apply-edits.ts';
import { findRegion, findRegions } from '../tidy/find-regions.ts';
import { findLostTables, type LostTable, listWidths } from './find-lost-tables.ts';
import type { Repair } from './types.ts';

/**
 * `| A | B | | --- | --- | | 1 | 2 |`: the rows of a table on one line, with the tags between them; a row of delimiters
 * with a cell too many or too few; a head on the line of the sentence before.
 */
export const tableRows: Repair = {
  kind: 'table-rows',
  shapesBlocks: true,
  findEdits(text, original) {
    if (!DELIMITER_ROW.test(original.text)) return [];
    const lost = findLostTables(text);
    if (lost.length > 0) return mendHeads(lost, listWidths(original.text));
    const code = findRegions(text);
    return [...text.matchAll(/^[ \t]*\|.*$/gm)].flatMap(({ 0: line, index }): readonly Edit[] => {
      const end = index + line.length;
      if (findRegion(code, index, end) !== undefined) return [];
      const rows = splitRows(line);
      return rows === undefined ? [] : [{ start: index, end, replacement: rows }];
    });
  },
};

/** Makes head and delimiters equally many cells, as many as a table of the original has. */
function mendHeads(lost: readonly LostTable[], widths: ReadonlySet<number>): readonly Edit[] {
  return lost.flatMap(({ delimiters, start, width, head, headStart, headWidth }): readonly Edit[] => {
    const sentence = /^[^|]*\S(?=[ \t]*\|)/.exec(head)?.[0];
    if (sentence !== undefined && !/^[ \t]*>/.test(head)) {
      const row = head.slice(sentence.length).trim();
      if (!widths.has(width) || headWidth !== width + 1 || !row.endsWith('|')) return [];
      const [indent = ''] = /^[ \t]*/.exec(delimiters) ?? [];
      const at = headStart + sentence.length;
      return [{ start: at, end: headStart + head.length, replacement: `\n\n${indent}${row}` }];
    }
    if (!widths.has(headWidth)) return [];
    return [{ start, end: start + delimiters.length, replacement: fitDelimiters(delimiters, headWidth) }];
  });
}

function fitDelimiters(delimiters: string, width: number): string {
  const [indent = ''] = /^[ \t]*/.exec(delimiters) ?? [];
  const cells = delimiters.match(/:?-+:?/g) ?? [];
  const fitted = Array.from({ length: width }, (_, at) => cells[at] ?? '---');
  return `${indent}| ${fitted.join(' | ')} |`;
}

const DELIMITER_ROW = /^[ \t]*(?:\|[ \t]*)?(?::?-{2,}:?[ \t]*\|[ \t]*)+(?::?-{2,}:?[ \t]*)?$/m;
/** A run of delimiter cells inside of a line. */
const DELIMITERS = /\|(?:[ \t]*:?-{2,}:?[ \t]*\|)+/;
const TAGS = /^(?:\s*\{%[^{}%]*%\})*\s*$/;

/** Undefined unless every row has as many cells as there are delimiters, with nothing or tags in between. */
function splitRows(line: string): string | undefined {
  const found = DELIMITERS.exec(line);
  if (found === null || line.slice(0, found.index).trim() === '') return undefined;
  const width = found[0].split('|').length - 2;
  const [lead = '', ...cells] = line.split(/(?<!\\)\|/);
  const rows: string[] = [];
  for (let at = 0; at + width < cells.length + 1 && at < cells.length; at += width + 1) {
    const row = cells.slice(at, at + width);
    const gap = cells[at + width];
    if (row.length < width || gap === undefined || !TAGS.test(gap)) return undefined;
    rows.push(`${lead}|${row.join('|')}|`);
    // Tags on lines of their own must take their line with them, or the table ends there.
    for (const [tag] of gap.matchAll(/\{%[^{}%]*%\}/g)) rows.push(tag.replace(/^\{%-?/, '{%-'));
  }
  return rows.length < 2 ? undefined : rows.join('\n');
}
