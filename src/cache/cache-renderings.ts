import { type MarkdownOptions, nameOptions, type Rendering, type RenderMarkdown } from '../markdown/index.ts';

/**
 * Remembers renderings by text and options. Renderings of texts that the last batch for the same purpose did not ask for are
 * forgotten, so that a long-lived server holds one site, not its history.
 */
export function cacheRenderings(render: RenderMarkdown): RenderMarkdown {
  const lasts = new Map<MarkdownOptions['purpose'], Batch>();
  return async (texts, options, folders = []) => {
    const name = nameOptions(options);
    const last = lasts.get(options.purpose);
    // Texts themselves are the keys: with the options before them they would take their place in memory twice.
    const known = last?.options === name ? last.renderings : new Map<string, Rendering>();
    const asked = new Set(texts);
    const missing = [...asked].filter((text) => !known.has(text));
    const firstFolders = new Map(texts.map((text, at) => [text, folders[at] ?? ''] as const).reverse());
    const rendered = await render(
      missing,
      options,
      missing.map((text) => firstFolders.get(text) ?? ''),
    );
    const found = new Map(missing.map((text, at) => [text, rendered[at]]));
    const next = new Map<string, Rendering>();
    for (const text of asked) {
      const rendering = known.get(text) ?? found.get(text);
      if (rendering === undefined) throw new Error('The renderer returned fewer renderings than texts.');
      next.set(text, rendering);
    }
    lasts.set(options.purpose, { options: name, renderings: next });
    return texts.map((text) => next.get(text) as Rendering);
  };
}

interface Batch {
  readonly options: string;
  readonly renderings: ReadonlyMap<string, Rendering>;
}
