import type { MarkdownOptions, Rendering } from '../types.ts';

/** From the pool to a worker: texts to render, one after the other. */
export interface PoolBatch {
  readonly texts: readonly string[];
  readonly options: MarkdownOptions;
}

/** From a worker: it is loaded, or the next text of its batch is rendered. */
export type WorkerReport = 'ready' | { readonly rendering: Rendering };
