import type { MarkdownOptions, Rendering } from './types.ts';

// Begins with a letter, ends with no blank, and holds only what means nothing to Markdown inside a line.
const SIMPLE = /^\p{L}[\p{L}\p{N} ,;:.?!'"()/%+=#$–—…’“”、。・「」『』（）！？：-]*$/u;
/** What GFM makes links of, and shortcodes of emoji. */
const ADDRESS = /www\.|https?:|mailto:|xmpp:/i;
const SHORTCODE = /:\S+:/;

/**
 * Renders a line of plain words (most titles, many intros) without the parser, to exactly what it would make of it.
 * Undefined for every other text.
 */
export function renderSimpleText(
  markdown: string,
  { math }: Pick<MarkdownOptions, 'math'>,
): Rendering | undefined {
  if (math === true && markdown.includes('$')) return undefined;
  if (!SIMPLE.test(markdown) || markdown.endsWith(' ') || ADDRESS.test(markdown)) return undefined;
  if (SHORTCODE.test(markdown)) return undefined;
  const html = `<p>${markdown}</p>`;
  const text = markdown.replace(/ +/g, ' ');
  return { pieces: [html], slots: [], headings: [], problems: [], text, platforms: [], tools: [] };
}
