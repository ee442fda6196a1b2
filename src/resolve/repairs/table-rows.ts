import type { Edit } from '../tidy/apply-edits.ts';
import { findRegions } from '../tidy/find-regions.ts';
import type { Repair } from './types.ts';

/** `| A | B | | --- | --- | | 1 | 2 |`: the rows of a table on one line, with the tags between them. */
export const tableRows: Repair = {
  kind: 'table-rows',
  shapesBlocks: true,
  findEdits(text, original) {
    if (!DELIMITER_ROW.test(original.text)) return [];
    const code = findRegions(text);
    return [...text.matchAll(/^[ \t]*\|.*$/gm)].flatMap(({ 0: line, index }): readonly Edit[] => {
      const end = index + line.length;
      if (code.some((region) => region.start < end && index < region.end)) return [];
      const rows = splitRows(line);
      return rows === undefined ? [] : [{ start: index, end, replacement: rows }];
    });
  },
};

const DELIMITER_ROW = /^[ \t]*\|?(?:[ \t]*:?-{2,}:?[ \t]*\|)+[ \t]*(?::?-{2,}:?[ \t]*)?$/m;
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
