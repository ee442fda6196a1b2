import type { Root } from 'hast';
import type { Root as MarkdownRoot } from 'mdast';
import { unified } from 'unified';
import { createFence } from './code/fence.ts';
import { makeHtmlTree } from './make-html-tree.ts';
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

const processor = unified()
  .use(freeFences)
  .use(divideLists)
  .use(loosenStrong)
  .use(replaceEmoji)
  .use(markAlerts)
  .use(makeHtmlTree, {
    allowDangerousHtml: true,
    handlers: { code: createFence },
    clobberPrefix: '',
    // The number of the reference alone: `nameFootnotes` leaves room for the words around it.
    footnoteBackLabel: (index: number, again: number) => `${index + 1}${again > 1 ? `-${again}` : ''}`,
  })
  .freeze();

/** Markdown to an HTML tree: raw HTML parsed, code blocks as `fence` nodes, positions into `markdown`. */
export function parseMarkdown(markdown: string, parser: Parser, problems: Problem[]): Root {
  const tree = parseBlocks(markdown, parser, problems);
  checkTables(tree, markdown, problems);
  return parseRaw(makeHtml(tree, markdown)).tree;
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

/** A Markdown tree to an HTML tree in which raw HTML is not yet parsed. */
export function makeHtml(tree: MarkdownRoot, markdown: string): Root {
  return processor.runSync(tree, markdown);
}
