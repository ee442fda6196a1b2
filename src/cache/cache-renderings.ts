import type { MarkdownOptions, Rendering, RenderMarkdown } from '../markdown/index.ts';

/**
 * Remembers renderings by text and options. Renderings of texts that the last batch did not ask for are forgotten,
 * so that a long-lived server holds one site, not its history.
 */
export function cacheRenderings(render: RenderMarkdown): RenderMarkdown {
  let known = new Map<string, Rendering>();
  return async (texts, options, folders = []) => {
    const asked = [...new Set(texts)];
    const missing = asked.filter((text) => !known.has(formatKey(text, options)));
    const firstFolders = new Map(texts.map((text, at) => [text, folders[at] ?? ''] as const).reverse());
    const rendered = await render(
      missing,
      options,
      missing.map((text) => firstFolders.get(text) ?? ''),
    );
    const found = new Map(missing.map((text, at) => [text, rendered[at]]));
    const next = new Map<string, Rendering>();
    for (const text of asked) {
      const key = formatKey(text, options);
      const rendering = known.get(key) ?? found.get(text);
      if (rendering === undefined) throw new Error('The renderer returned fewer renderings than texts.');
      next.set(key, rendering);
    }
    known = next;
    return texts.map((text) => next.get(formatKey(text, options)) as Rendering);
  };
}

function formatKey(text: string, options: MarkdownOptions): string {
  return `${options.html} ${options.parser}\0${text}`;
}
