import type { Nodes, Paragraph, Root, RootContent } from 'mdast';
import { parseTree } from '../parse/parse-tree.ts';
import type { Parser, Problem } from '../types.ts';
import { visit, visitAll } from '../visit.ts';
import { countCells } from './split-cells.ts';

/** The line between the head and the rows of a table, with bars in it. */
const RULE = /^(?=.*\|)[ \t>]*(?:\|[ \t]*)?:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*(?:\|[ \t]*)?$/;
const HAS_RULE = new RegExp(RULE.source, 'm');

/**
 * Tables whose head has other cells than the rule below it, which are text for GFM and tables for older parsers: they get what
 * lacks. So the paragraph that GFM makes of them is parsed again. Where the head begins with no bar, it may be a sentence, and
 * stays.
 */
export function mendTables(tree: Root, markdown: string, parser: Parser, problems: Problem[]): void {
  if (!HAS_RULE.test(markdown)) return;
  visit(tree, 'paragraph', (paragraph, index, parent) => {
    if (parent === undefined || index === undefined) return;
    const lines = splitLines(paragraph, markdown);
    const rule = lines.findIndex(({ text }, at) => at > 0 && RULE.test(text) && hasBar(lines[at - 1]?.text));
    const [head, below] = [lines[rule - 1], lines[rule]];
    if (head === undefined || below === undefined) return;
    const [cells, wanted] = [countCells(head.text), countCells(below.text)];
    // Text for another reason: it goes on with the paragraph of an item.
    if (cells === wanted) return;
    if (cells > wanted && !head.text.startsWith('|')) {
      problems.push(createTextProblem(head, cells, wanted));
      return;
    }
    problems.push(createProblem(below, cells, wanted));
    head.text = addCells(head.text, wanted - cells, ' |');
    below.text = addCells(below.text, cells - wanted, ' - |');
    const blocks = parseLines(lines, findDefinitions(tree, markdown), parser);
    (parent.children as RootContent[]).splice(index, 1, ...blocks);
    return index + blocks.length;
  });
}

interface Line {
  text: string;
  /** Where the text begins, and how long it was. */
  readonly offset: number;
  readonly length: number;
}

/** The lines of a paragraph without what stands before them in a quotation or an item. */
function splitLines({ position }: Paragraph, markdown: string): readonly Line[] {
  const from = position?.start.offset ?? 0;
  let offset = from;
  return markdown
    .slice(from, position?.end.offset)
    .split('\n')
    .map((line) => {
      const text = line.replace(offset === from ? /^/ : /^[ \t>]*/, '').trimEnd();
      const start = offset + line.indexOf(text);
      offset += line.length + 1;
      return { text, offset: start, length: text.length };
    });
}

function hasBar(text = ''): boolean {
  return /(?<!\\)\|/.test(text);
}

function addCells(row: string, count: number, cell: string): string {
  if (count <= 0) return row;
  return row + (/(?<!\\)\|$/.test(row) ? '' : ' |') + cell.repeat(count);
}

function parseLines(lines: readonly Line[], definitions: string, parser: Parser): readonly RootContent[] {
  const text = lines.map((line) => line.text).join('\n');
  const blocks = parseTree(`${text}\n\n${definitions}`, parser).children.filter(
    ({ type, position }) => type !== 'definition' || (position?.start.offset ?? 0) < text.length,
  );
  for (const block of blocks)
    visitAll(block as Nodes, ({ position }) => {
      if (position === undefined) return;
      for (const point of [position.start, position.end]) point.offset = findPlace(lines, point.offset ?? 0);
    });
  return blocks;
}

function findPlace(lines: readonly Line[], offset: number): number {
  let start = 0;
  for (const { text, offset: place, length } of lines) {
    if (offset <= start + text.length) return place + Math.min(offset - start, length);
    start += text.length + 1;
  }
  const last = lines.at(-1);
  return last === undefined ? 0 : last.offset + last.length;
}

/** What links in the table may refer to. */
function findDefinitions(tree: Root, markdown: string): string {
  const definitions: string[] = [];
  visit(tree, 'definition', ({ position }) => {
    definitions.push(markdown.slice(position?.start.offset, position?.end.offset));
  });
  return definitions.join('\n');
}

function createProblem({ offset }: Line, cells: number, wanted: number): Problem {
  return {
    code: 'markdown/uneven-table',
    severity: 'warning',
    message: `The line below the header of a table has ${formatCells(wanted)}, and the header ${cells}.`,
    hint: 'Give both the same number of cells: other programs read such a table as text.',
    offset,
  };
}

function createTextProblem({ offset }: Line, cells: number, wanted: number): Problem {
  return {
    code: 'markdown/no-table',
    severity: 'warning',
    message: `What looks like the header of a table has ${formatCells(cells)}, and the line below ${wanted}, so readers see text.`,
    hint: 'Give both the same number of cells, and put any sentence before the table on its own line.',
    offset,
  };
}

function formatCells(count: number): string {
  return count === 1 ? '1 cell' : `${count} cells`;
}
