import type { Rendering, RenderMarkdown } from '../markdown/index.ts';

/** The same renderer for many small batches: renders no text twice. All texts must be of one site, with one set of options. */
export function rememberRenderings(render: RenderMarkdown): RenderMarkdown {
  const known = new Map<string, Rendering>();
  return async (texts, options) => {
    const missing = [...new Set(texts)].filter((text) => !known.has(text));
    const rendered = await render(missing, options);
    for (const [at, rendering] of rendered.entries()) known.set(missing[at] ?? '', rendering);
    return texts.flatMap((text) => known.get(text) ?? []);
  };
}
