import { availableParallelism } from 'node:os';
import { type CacheOptions, cacheRenderings, openCache } from './cache/index.ts';
import { createMarkdownPool, type Parser, type RenderMarkdown } from './markdown/index.ts';

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
  /** `reference` has remark read all Markdown; the output is the same. */
  readonly parser?: Parser;
}

export function createRenderer({
  workers = availableParallelism(),
  cache,
  parser = 'native',
}: RendererOptions = {}): Renderer {
  const pool = createMarkdownPool({ workers, ...LIMITS });
  const kept = cache && openCache(pool.renderMarkdown, cache);
  const render = cacheRenderings(kept?.renderMarkdown ?? pool.renderMarkdown);
  return {
    renderMarkdown: (texts, options, folders) => render(texts, { ...options, parser }, folders),
    async close() {
      await pool.close();
      await kept?.close();
    },
  };
}
