import type { RenderMarkdown } from './types.ts';

/**
 * Renders in this process: no start-up, but a text that never ends is never ended either. Parser and highlighter are
 * loaded with the first text, for whoever renders elsewhere needs none of them.
 */
export const renderMarkdownHere: RenderMarkdown = async (texts, options) => {
  const { createKnownParts, renderSafely } = await import('./render-safely.ts');
  const known = createKnownParts();
  return texts.map((text) => renderSafely(text, options, known));
};
