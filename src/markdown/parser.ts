import type { Root } from 'hast';
import type { Root as MarkdownRoot } from 'mdast';
import type { Options } from 'mdast-util-to-hast';
import { createFence } from './code/fence.ts';
import { makeHtmlTree } from './make-html-tree.ts';
import { createFormula, showFormulas } from './math/formula.ts';
import { parseTree } from './parse/parse-tree.ts';
import { markAlerts } from './plugins/alerts.ts';
import { checkTables } from './plugins/check-tables.ts';
import { divideLists } from './plugins/divided-lists.ts';
import { replaceEmoji } from './plugins/emoji.ts';
import { freeFences } from './plugins/fences-in-html.ts';
import { loosenStrong } from './plugins/loose-strong.ts';
import { parseRaw } from './raw/parse-raw.ts';
import { separateClosingFences } from './syntax/closing-fences.ts';
import { spaceMarks } from './syntax/odd-blanks.ts';
import { mendTables } from './syntax/uneven-tables.ts';
import { tightenMarks } from './syntax/unparted-marks.ts';
import type { Parser, Problem } from './types.ts';

/** What is done with a Markdown tree, in this order, and what its text holds if there is anything to do. */
const mending: readonly (readonly [sign: RegExp, (tree: MarkdownRoot, markdown: string) => void])[] = [
  [/\$/, showFormulas],
  [/`{3}/, freeFences],
  [/\n[ \t]*\n\n|[ \t]{99}/, divideLists],
  [/\*\*|__|&/, loosenStrong],
  [/:[a-z0-9_+\\-]+:|&/, replaceEmoji],
  [/\[\\?!|&/, markAlerts],
];

export const htmlOptions: Options = {
  allowDangerousHtml: true,
  handlers: { code: createFence, formula: createFormula },
  clobberPrefix: '',
  // The number of the reference alone: `nameFootnotes` leaves room for the words around it.
  footnoteBackLabel: (index: number, again: number) => `${index + 1}${again > 1 ? `-${again}` : ''}`,
};

/** Markdown to an HTML tree: raw HTML parsed, code blocks as `fence` nodes, positions into `markdown`. */
export function parseMarkdown(markdown: string, parser: Parser, problems: Problem[]): Root {
  const tree = parseBlocks(markdown, parser, problems);
  checkTables(tree, markdown, markdown, problems);
  mendTree(tree, markdown);
  return parseRaw(makeHtml(tree)).tree;
}

/** Markdown to a Markdown tree with positions into `markdown`, the slips mended that older parsers forgave. */
export function parseBlocks(markdown: string, parser: Parser, problems: Problem[]): MarkdownRoot {
  return parseMended(mendMarks(markdown, problems), parser, problems);
}

/** Markdown in which marks are as CommonMark sees them, where they are plainly meant. Every other character keeps its offset. */
export function mendMarks(markdown: string, problems: Problem[]): string {
  return tightenMarks(separateClosingFences(spaceMarks(markdown, problems)));
}

/** Markdown with such marks to a tree. */
export function parseMended(text: string, parser: Parser, problems: Problem[]): MarkdownRoot {
  const tree = parseTree(text, parser);
  mendTables(tree, text, parser, problems);
  return tree;
}

/** Changes a Markdown tree into what its author plainly means. */
export function mendTree(tree: MarkdownRoot, markdown: string): void {
  for (const [sign, mend] of mending) if (sign.test(markdown)) mend(tree, markdown);
}

/** A mended Markdown tree to an HTML tree in which raw HTML is not yet parsed. */
export function makeHtml(tree: MarkdownRoot): Root {
  return makeHtmlTree(tree, htmlOptions);
}
