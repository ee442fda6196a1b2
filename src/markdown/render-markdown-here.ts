import { renderSafely } from './render-safely.ts';
import type { RenderMarkdown } from './types.ts';

/** Renders in this process: no start-up, but a text that never ends is never ended either. */
export const renderMarkdownHere: RenderMarkdown = async (texts, options) =>
  texts.map((text) => renderSafely(text, options));
