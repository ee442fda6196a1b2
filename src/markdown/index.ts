/**
 * Markdown: one text without Liquid comes in, HTML in pieces goes out, with slots where the answer depends on the
 * page (addresses of internal links and images, ids of headings, titles of targets, words of its language), the headings, the plain text and
 * the problems of authors at their offsets. Knows no files, versions or other pages: that is left to `links`. A text
 * that cannot be rendered comes back empty with a problem.
 */
export { hasFailed } from './failed-rendering.ts';
export { createHeadingId } from './html/heading-id.ts';
export { RESERVED_IDS } from './html/ids.ts';
export { joinPieces } from './join-pieces.ts';
export { nameLanguages, nameOptions } from './name-options.ts';
export { createMarkdownPool, type MarkdownPool, type MarkdownPoolOptions } from './pool/create-pool.ts';
export { readTextBlocks } from './read-blocks.ts';
export { renderMarkdownHere } from './render-markdown-here.ts';
export type {
  BeginRendering,
  CodeLanguages,
  Heading,
  MarkdownOptions,
  Parser,
  Problem,
  Rendering,
  RenderMarkdown,
  Slot,
  TextBlock,
  TitledWords,
  WordName,
} from './types.ts';
