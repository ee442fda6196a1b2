import { renderMarkdownHere } from '../render-markdown-here.ts';
import { renderSimpleText } from '../simple-text.ts';
import type { MarkdownOptions, Rendering, RenderMarkdown } from '../types.ts';
import { canFork, createWorker, type MarkdownWorker, type WorkerLimits } from './create-worker.ts';
import type { Task } from './run-batch.ts';

export interface MarkdownPoolOptions extends WorkerLimits {
  /** How many processes render at once; 0 renders in this process. */
  readonly workers: number;
}

export interface MarkdownPool {
  readonly renderMarkdown: RenderMarkdown;
  /** Starts the processes, for texts that are sure to come: a processor that has nothing to do meanwhile loads them. */
  start(): void;
  /** Ends the processes. */
  close(): Promise<void>;
}

const renderHere: MarkdownPool = { renderMarkdown: renderMarkdownHere, start() {}, async close() {} };

/** Texts sent to a worker at once: enough to keep it busy, few enough to share the last ones fairly. */
const BATCH = 16;

/**
 * Spreads texts over child processes, started when the first text comes. A text that passes the deadline or the
 * memory comes back empty with a problem; its process is replaced, and the others go on.
 */
export function createMarkdownPool({ workers, ...limits }: MarkdownPoolOptions): MarkdownPool {
  if (workers < 1 || !canFork()) return renderHere;
  const idle = Array.from({ length: workers }, () => createWorker(limits));
  const all = [...idle];
  const queue: Task[] = [];

  function pump(): void {
    while (queue.length > 0) {
      const worker = idle.shift();
      if (worker === undefined) return;
      void runNext(worker, takeBatch(queue, workers));
    }
  }

  async function runNext(worker: MarkdownWorker, tasks: readonly Task[]): Promise<void> {
    try {
      queue.unshift(...(await worker.run(tasks)));
    } catch (error) {
      for (const task of tasks) task.fail(error instanceof Error ? error : new Error(String(error)));
    }
    idle.push(worker);
    pump();
  }

  return {
    async renderMarkdown(texts, options) {
      const renderings = texts.map((text) => renderSimpleText(text) ?? enqueue(queue, text, options));
      pump();
      return Promise.all(renderings);
    },
    start() {
      for (const worker of all) worker.start();
    },
    async close() {
      await Promise.all(all.map((worker) => worker.close()));
    },
  };
}

function enqueue(queue: Task[], text: string, options: MarkdownOptions): Promise<Rendering> {
  return new Promise((settle, fail) => queue.push({ text, options, settle, fail }));
}

/** The next tasks that share their options, cut from the queue. */
function takeBatch(queue: Task[], workers: number): readonly Task[] {
  const most = Math.max(1, Math.min(BATCH, Math.ceil(queue.length / workers)));
  const { html, parser } = queue[0]?.options ?? {};
  // Of a long queue only its head is looked at, for this is done for every batch.
  const head = queue.slice(0, most);
  const other = head.findIndex(({ options }) => options.html !== html || options.parser !== parser);
  return queue.splice(0, other === -1 ? most : other);
}
