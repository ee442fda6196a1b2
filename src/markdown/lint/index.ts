import type { Root } from 'mdast';
import type { RenderContext } from '../render-context.ts';
import { lintFences } from './lint-fences.ts';
import { lintForeign } from './lint-foreign.ts';
import { lintFrames } from './lint-frames.ts';
import { lintHeadings } from './lint-headings.ts';
import { lintHtml } from './lint-html.ts';
import { lintImages } from './lint-images.ts';
import { lintIndented } from './lint-indented.ts';
import { lintLinks } from './lint-links.ts';
import { lintLists } from './lint-lists.ts';
import { lintLooseLinks } from './lint-loose-links.ts';
import { lintMarks } from './lint-marks.ts';
import { lintRows } from './lint-rows.ts';
import type { Lint } from './types.ts';

const LINTS: readonly Lint[] = [
  lintHeadings,
  lintImages,
  lintFrames,
  lintLinks,
  lintLooseLinks,
  lintRows,
  lintFences,
  lintLists,
  lintIndented,
  lintMarks,
  lintHtml,
  lintForeign,
];

/** What readers will not see as its author means it, or not all readers: said where somebody asks, for no page is worse for it. */
export function lintTree(tree: Root, draft: RenderContext): void {
  for (const lint of LINTS) lint(tree, draft);
}
