import { availableParallelism } from 'node:os';
import { cacheRenderings } from './cache/index.ts';
import { createMarkdownPool, type RenderMarkdown } from './markdown/index.ts';

/** For one text: milliseconds and megabytes. Some small Markdown texts never end in the parser. */
const LIMITS = { deadline: 20_000, memory: 1024 };

/**
 * A renderer that renders equal texts once, and the way to end its processes.
 *
 * @param workers child processes; as many as there are processors if absent, 0 renders in this process
 */
export function createRenderer(workers = availableParallelism()): {
  renderMarkdown: RenderMarkdown;
  close: () => Promise<void>;
} {
  const pool = createMarkdownPool({ workers, ...LIMITS });
  return { renderMarkdown: cacheRenderings(pool.renderMarkdown), close: pool.close };
}
