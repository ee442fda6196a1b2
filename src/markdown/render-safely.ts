import { createFailedRendering } from './failed-rendering.ts';
import { outlineRendering } from './outline-rendering.ts';
import type { KnownParts } from './parts/known-parts.ts';
import { renderText } from './render-text.ts';
import { renderSimpleText } from './simple-text.ts';
import type { MarkdownOptions, Rendering } from './types.ts';

// All are of the one file that is made of this module and the parser.
export { listTextBlocks } from './list-text-blocks.ts';
export { createKnownParts } from './parts/known-parts.ts';

/** Renders one text; one that makes a library throw (deep nesting overflows the stack) comes back empty with a problem. */
export function renderSafely(markdown: string, options: MarkdownOptions, known?: KnownParts): Rendering {
  try {
    const simple = renderSimpleText(markdown, options);
    if (simple !== undefined) return simple;
    if (options.purpose !== 'outline') return renderText(markdown, options, known);
    // Its parts are those that pages have, but for HTML that nobody asks for.
    const { purpose: _, ...page } = options;
    return outlineRendering(renderText(markdown, page, known, 'named'));
  } catch (error) {
    const reason = error instanceof RangeError ? 'it is nested too deeply.' : `the parser failed (${error}).`;
    return createFailedRendering({ kind: 'crashed', reason });
  }
}
