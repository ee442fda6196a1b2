import { type CacheOptions, openCache } from '../../src/cache/index.ts';
import type { Rendering } from '../../src/markdown/index.ts';

/** A rendering that has something of every kind in it. */
export function createRendering(text: string): Rendering {
  return {
    pieces: [`<p id="`, `">${text} 茶`, '</p>'],
    slots: [
      { kind: 'id', heading: 0 },
      { kind: 'link', url: '/tea', offset: 3 },
    ],
    headings: [{ depth: 2, id: 'tea', text: 'Tea', html: 'Tea', offset: 0 }],
    problems: [{ code: 'markdown/odd', severity: 'warning', message: 'Odd.', offset: 1 }],
    text,
    platforms: ['linux'],
    tools: [],
  };
}

/** That of a text that begins with `fail`. */
export const failed: Rendering = {
  ...createRendering(''),
  problems: [{ code: 'markdown/timeout', severity: 'error', message: 'Too slow.', offset: 0 }],
};

/** Renders with a cache of its own, as a process would; returns what had to be rendered, what came out, what was said. */
export async function renderWith(
  options: CacheOptions,
  texts: readonly string[],
  folders?: readonly string[],
  open: typeof openCache = openCache,
) {
  const missed: string[] = [];
  const notes: string[] = [];
  const cache = open(
    async (asked) => {
      missed.push(...asked);
      return asked.map((text) => (text.startsWith('fail') ? failed : createRendering(text)));
    },
    [options],
    (note) => notes.push(note),
  );
  const renderings = await cache.renderMarkdown(texts, { html: 'clean' }, folders);
  await cache.close();
  return { missed, renderings, notes };
}
