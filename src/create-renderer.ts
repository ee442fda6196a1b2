import { availableParallelism } from 'node:os';
import { type CacheOptions, cacheRenderings, openCache } from './cache/index.ts';
import { createMarkdownPool, type RenderMarkdown } from './markdown/index.ts';

/** For one text: milliseconds and megabytes. Some small Markdown texts never end in the parser. */
const LIMITS = { deadline: 20_000, memory: 1024 };

/** A renderer that renders equal texts once. */
export interface Renderer {
  readonly renderMarkdown: RenderMarkdown;
  /** Ends its processes and writes what is new to the cache. */
  close(): Promise<void>;
}

export interface RendererOptions {
  /** Child processes; as many as there are processors if absent, 0 renders in this process. */
  readonly workers?: number | undefined;
  /** Where renderings are kept for other processes; nowhere if absent. */
  readonly cache?: CacheOptions | undefined;
}

export function createRenderer({ workers = availableParallelism(), cache }: RendererOptions = {}): Renderer {
  const pool = createMarkdownPool({ workers, ...LIMITS });
  if (cache === undefined) return { renderMarkdown: cacheRenderings(pool.renderMarkdown), close: pool.close };
  const kept = openCache(pool.renderMarkdown, cache);
  return {
    renderMarkdown: cacheRenderings(kept.renderMarkdown),
    async close() {
      await pool.close();
      await kept.close();
    },
  };
}
