import { cleanHtml } from './clean/clean-html.ts';
import { parseMarkdown } from './parser.ts';
import { annotateCode } from './plugins/annotated-code.ts';
import { openCalloutWords } from './plugins/callout-words.ts';
import { checkAlerts } from './plugins/check-alerts.ts';
import { checkAutotitle } from './plugins/check-autotitle.ts';
import { checkFences } from './plugins/check-fences.ts';
import { buildCodeBlocks } from './plugins/code-blocks.ts';
import { labelCodeTabs } from './plugins/code-tabs.ts';
import { removeComments } from './plugins/comments.ts';
import { nameFootnotes, silenceFootnotes } from './plugins/footnotes.ts';
import { linkHeadings } from './plugins/headings.ts';
import { openLinks } from './plugins/links.ts';
import { extractText } from './plugins/plain-text.ts';
import { openPrompts } from './plugins/prompts.ts';
import { wrapStepImages } from './plugins/step-images.ts';
import { labelTables } from './plugins/table-labels.ts';
import { tidyTables } from './plugins/tables.ts';
import { labelTaskItems } from './plugins/task-items.ts';
import { collectVariants } from './plugins/variants.ts';
import { joinWideLines } from './plugins/wide-lines.ts';
import { breakLongWords } from './plugins/word-breaks.ts';
import { createDraft, type RenderStep } from './render-context.ts';
import { cutSlots } from './slots.ts';
import type { MarkdownOptions, Rendering } from './types.ts';

const first: readonly RenderStep[] = [annotateCode, removeComments, silenceFootnotes];
const then: readonly RenderStep[] = [
  wrapStepImages,
  tidyTables,
  labelTaskItems,
  labelCodeTabs,
  collectVariants,
  linkHeadings,
  labelTables,
  nameFootnotes,
  breakLongWords,
  openCalloutWords,
  checkAlerts,
  checkAutotitle,
  checkFences,
  openLinks,
];
const steps = { clean: [...first, cleanHtml, ...then], trusted: [...first, ...then] };

/** Renders one text. Throws where a library does, above all when a text is nested too deep for the stack. */
export function renderText(
  markdown: string,
  { html, parser = 'native', purpose, codeLanguages }: MarkdownOptions,
): Rendering {
  const isChecked = purpose === 'check';
  const draft = createDraft(markdown, parser, codeLanguages, isChecked);
  const tree = parseMarkdown(markdown, parser, draft.problems, isChecked);
  for (const step of steps[html]) step(tree, draft);
  const text = extractText(tree);
  // Behind the text, in which search and descriptions have their blanks.
  if (!isChecked) joinWideLines(tree, draft);
  openPrompts(tree, draft);
  buildCodeBlocks(tree, draft);
  const { headings, problems, platforms, tools } = draft;
  return { ...cutSlots(tree, draft), headings, problems, text, platforms: [...platforms], tools: [...tools] };
}
