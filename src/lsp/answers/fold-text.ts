import type { FoldingRange } from 'vscode-languageserver/node';
import { findFrontmatterEnd } from '../../load/index.ts';
import { findWrittenRegions } from '../text/find-written-regions.ts';
import { scanBlocks } from '../text/scan-blocks.ts';
import type { Mark } from '../text/scan-marks.ts';
import { createLines } from '../text/text-lines.ts';

/** What can be folded: frontmatter, branches of tags, sections, code. */
export function foldText(file: string, text: string, marks: readonly Mark[]): FoldingRange[] {
  const lines = createLines(text);
  const lineOf = (offset: number) => lines.positionAt(offset).line;
  const isMarkdown = file.endsWith('.md');
  const head = isMarkdown ? findFrontmatterEnd(text) : 0;
  const branches = scanBlocks(text).flatMap(({ parts, end }) =>
    parts.map(({ start }, at) => ({ from: lineOf(start), to: lineOf(parts[at + 1]?.start ?? end) - 1 })),
  );
  const code = (isMarkdown ? findWrittenRegions(text.slice(head)) : [])
    .filter(({ isFence }) => isFence)
    .map(({ start, end }) => ({ from: lineOf(start + head), to: lineOf(end + head) }));
  const last = lineOf(text.trimEnd().length);
  const headings = marks.filter(({ kind }) => kind === 'heading');
  const sections = headings.map((mark, at) => {
    const level = levelOf(text, mark);
    const next = headings.slice(at + 1).find((other) => levelOf(text, other) <= level);
    return { from: lineOf(mark.start), to: next === undefined ? last : lineOf(next.start) - 1 };
  });
  const top = head === 0 ? [] : [{ from: 0, to: lineOf(head) }];
  return [...top, ...branches, ...code, ...sections]
    .filter(({ from, to }) => to > from)
    .map(({ from, to }) => ({ startLine: from, endLine: to }));
}

/** How many signs of number stand before a heading. */
export function levelOf(text: string, { start }: Pick<Mark, 'start'>): number {
  return /#+/.exec(text.slice(text.lastIndexOf('\n', start - 1) + 1, start))?.[0].length ?? 1;
}
