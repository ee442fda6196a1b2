import type { Root, RootContent } from 'hast';
import { cleanHtml } from '../clean/clean-html.ts';
import { lintTree } from '../lint/index.ts';
import { makeHtml, mendTree, parseMended } from '../parser.ts';
import { annotateCode } from '../plugins/annotated-code.ts';
import { openCalloutWords } from '../plugins/callout-words.ts';
import { checkAlerts } from '../plugins/check-alerts.ts';
import { checkAutotitle } from '../plugins/check-autotitle.ts';
import { checkFenceWords } from '../plugins/check-fence-words.ts';
import { checkFences } from '../plugins/check-fences.ts';
import { checkTables } from '../plugins/check-tables.ts';
import { buildCodeBlocks } from '../plugins/code-blocks.ts';
import { labelCodeTabs } from '../plugins/code-tabs.ts';
import { removeComments } from '../plugins/comments.ts';
import { nameFootnotes, silenceFootnotes } from '../plugins/footnotes.ts';
import { buildFormulas } from '../plugins/formulas.ts';
import { linkHeadings } from '../plugins/headings.ts';
import { openLinks } from '../plugins/links.ts';
import { extractText } from '../plugins/plain-text.ts';
import { openPrompts } from '../plugins/prompts.ts';
import { wrapStepImages } from '../plugins/step-images.ts';
import { labelTables } from '../plugins/table-labels.ts';
import { tidyTables } from '../plugins/tables.ts';
import { labelTaskItems } from '../plugins/task-items.ts';
import { collectVariants } from '../plugins/variants.ts';
import { endsWithWords, joinWideLines } from '../plugins/wide-lines.ts';
import { breakLongWords } from '../plugins/word-breaks.ts';
import { parseRaw } from '../raw/parse-raw.ts';
import { createDraft, type RenderContext, type RenderStep } from '../render-context.ts';
import { cutSlots, listSlots } from '../slots.ts';
import type { MarkdownOptions } from '../types.ts';
import { judgeBlocks } from './judge-blocks.ts';
import type { Part, Surroundings } from './part.ts';

/** A step for texts that hold what it looks for, as Markdown or HTML has it. References (`&#91;`) may stand for anything. */
function where(sign: RegExp, step: RenderStep): RenderStep {
  return (tree, draft) => {
    if (sign.test(draft.markdown) || draft.markdown.includes('&')) step(tree, draft);
  };
}

const FOOTNOTE = /\[\^|footnote/i;
const FENCE_WORDS = /(?:`{3}|~{3})[ \t]*[^\s`]+(?:[ \t]|\{\d)/;
const TABLE = /\||:-|-:|<t/i;

const first: readonly RenderStep[] = [
  where(FENCE_WORDS, checkFenceWords),
  where(/annotate/, annotateCode),
  where(/</, removeComments),
  where(FOOTNOTE, silenceFootnotes),
];
const then: readonly RenderStep[] = [
  where(/!\[|<(?:im|picture)/i, wrapStepImages),
  where(TABLE, tidyTables),
  where(/\[[\sx]\]|class/i, labelTaskItems),
  labelCodeTabs,
  where(/class/i, collectVariants),
  linkHeadings,
  where(TABLE, labelTables),
  where(FOOTNOTE, nameFootnotes),
  where(TABLE, breakLongWords),
  where(/\[\\?!|data-word/i, openCalloutWords),
  where(/\[\\?!/, checkAlerts),
  checkAutotitle,
  where(/`{3}|~{3}/, checkFences),
  openLinks,
];
const openPromptLinks = where(/prompt/i, openPrompts);
/** What of these finds anything out, or changes the words. */
const judging: readonly RenderStep[] = [
  where(/!\[|<(?:im|picture)/i, wrapStepImages),
  where(TABLE, tidyTables),
  where(/class/i, collectVariants),
  linkHeadings,
  where(/\[\\?!/, checkAlerts),
  checkAutotitle,
  where(/`{3}|~{3}/, checkFences),
  openLinks,
];
const formulas = where(/\$/, buildFormulas);
const steps = {
  clean: [...first, cleanHtml, formulas, ...then],
  trusted: [...first, formulas, ...then],
};
const judgingSteps = {
  clean: [...first, cleanHtml, formulas, ...judging],
  trusted: [...first, formulas, ...judging],
};

/** What is rendered: some blocks of a text, and where they stand in it. */
export interface PartSource {
  /** As the author wrote it. */
  readonly markdown: string;
  /** The same with marks as CommonMark sees them (`mendMarks`). */
  readonly text: string;
  readonly before: Surroundings;
  /** Nothing of the text stands behind it. */
  readonly isLast: boolean;
  /** Whether somebody asks for the HTML. */
  readonly hasHtml: boolean;
}

/** Renders blocks of one text. Throws where a library does, above all when a text is nested too deep for the stack. */
export function renderPart(
  { markdown, text, before, isLast, hasHtml }: PartSource,
  options: MarkdownOptions,
): Part {
  const draft = createDraft(markdown, options, before, isLast);
  const { parser, problems, isChecked, after, ids, headings, platforms, tools } = draft;
  const blocks = parseMended(text, parser, problems);
  checkTables(blocks, markdown, text, problems);
  if (isChecked) lintTree(blocks, draft);
  mendTree(blocks, markdown);
  const judged = hasHtml ? undefined : judgeBlocks(blocks, draft);
  if (judged !== undefined) return { ...judged, headings, problems, platforms: [], tools: [], ids, after };
  const unparsed = makeHtml(blocks);
  const isVoid = unparsed.children.length === 0;
  const { tree, hasElement, isOpen } = parseRaw(unparsed, before.hasElement);
  after.hasElement = hasElement;
  for (const step of (hasHtml ? steps : judgingSteps)[options.html]) step(tree, draft);
  const plainText = extractText(tree);
  const html = hasHtml ? writeHtml(tree, draft) : listSlots(tree, draft);
  return {
    ...html,
    headings,
    problems,
    text: plainText,
    platforms: [...platforms],
    tools: [...tools],
    ids,
    isVoid,
    isOpen: isOpen || endsWithWords(tree.children as RootContent[], markdown),
    after,
  };
}

function writeHtml(tree: Root, draft: RenderContext): Pick<Part, 'pieces' | 'slots'> {
  // Behind the text, in which search and descriptions have their blanks.
  if (!draft.isChecked) joinWideLines(tree, draft);
  openPromptLinks(tree, draft);
  buildCodeBlocks(tree, draft);
  return cutSlots(tree, draft);
}
