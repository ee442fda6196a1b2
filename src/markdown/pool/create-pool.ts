import { nameOptions } from '../name-options.ts';
import { renderMarkdownHere } from '../render-markdown-here.ts';
import { renderSimpleText } from '../simple-text.ts';
import type { BeginRendering, MarkdownOptions, Rendering, RenderMarkdown } from '../types.ts';
import { createBegunTexts } from './begun-texts.ts';
import { canFork, createWorker, type MarkdownWorker, type WorkerLimits } from './create-worker.ts';
import type { Task } from './run-batch.ts';

export interface MarkdownPoolOptions extends WorkerLimits {
  /** How many processes render at once; 0 renders in this process. */
  readonly workers: number;
}

export interface MarkdownPool {
  readonly renderMarkdown: RenderMarkdown;
  /** Starts processes, all if no number is given, for texts that are sure to come: a processor that has nothing to do meanwhile loads them. */
  start(number?: number): void;
  /** Nothing where texts are rendered in this process. */
  readonly beginRendering: BeginRendering;
  /** Ends the processes. */
  close(): Promise<void>;
}

const renderHere: MarkdownPool = {
  renderMarkdown: renderMarkdownHere,
  start() {},
  beginRendering() {},
  async close() {},
};

/** Texts sent to a worker at once: enough to keep it busy, few enough to share the last ones fairly. */
const BATCH = 16;

/** So many texts a process renders in the time that another takes to start. */
const WORTH_STARTING = 20;

/**
 * Spreads texts over child processes, started when the first text comes. A text that passes the deadline or the
 * memory comes back empty with a problem; its process is replaced, and the others go on.
 */
export function createMarkdownPool({ workers, ...limits }: MarkdownPoolOptions): MarkdownPool {
  if (workers < 1 || !canFork()) return renderHere;
  const idle = Array.from({ length: workers }, () => createWorker(limits));
  const all = [...idle];
  const queue: GroupedTask[] = [];
  const begun = createBegunTexts();
  // How often it was closed: what comes back from an ended process afterwards is not tried again.
  let closed = 0;

  function pump(): void {
    while (queue.length > 0) {
      const worker = takeWorker();
      if (worker === undefined) return;
      void runNext(worker, takeBatch(queue, countSharers()));
    }
  }

  /** One that runs already, if it can be; of the others one only where there is enough to do for it. */
  function takeWorker(): MarkdownWorker | undefined {
    const running = idle.findIndex((worker) => worker.isStarted());
    const isWorthIt = queue.length > WORTH_STARTING || !all.some((worker) => worker.isStarted());
    if (running === -1 && !isWorthIt) return undefined;
    return idle.splice(Math.max(running, 0), 1)[0];
  }

  function countSharers(): number {
    if (queue.length > WORTH_STARTING) return workers;
    return Math.max(1, all.filter((worker) => worker.isStarted()).length);
  }

  async function runNext(worker: MarkdownWorker, tasks: readonly Task[]): Promise<void> {
    const before = closed;
    try {
      const left = await worker.run(tasks);
      if (closed === before) queue.unshift(...left);
      else drop(left);
    } catch (error) {
      for (const task of tasks) task.fail(error instanceof Error ? error : new Error(String(error)));
    }
    idle.push(worker);
    pump();
  }

  return {
    async renderMarkdown(texts, options) {
      const renderings = texts.map(
        (text) =>
          renderSimpleText(text, options) ?? begun.take(text, options) ?? enqueue(queue, text, options),
      );
      pump();
      return Promise.all(renderings);
    },
    beginRendering(texts, options) {
      for (const text of texts) {
        if (renderSimpleText(text, options) === undefined && !begun.has(text, options))
          begun.add(text, options, enqueue(queue, text, options, texts));
      }
      pump();
    },
    start(number = all.length) {
      for (const worker of all.slice(0, number)) worker.start();
    },
    async close() {
      closed += 1;
      begun.clear();
      drop(queue.splice(0));
      await Promise.all(all.map((worker) => worker.close()));
    },
  };
}

/** Texts that were begun and never asked for, or asked for by somebody who failed meanwhile. */
function drop(tasks: readonly Task[]): void {
  for (const task of tasks) task.fail(new Error('The pool was closed before this text was rendered.'));
}

function enqueue(
  queue: GroupedTask[],
  text: string,
  options: MarkdownOptions,
  group?: readonly string[],
): Promise<Rendering> {
  return new Promise((settle, fail) => queue.push({ text, options, settle, fail, group }));
}

/** Texts that were begun together share parts, which a process renders once: one process gets them all. */
interface GroupedTask extends Task {
  readonly group?: readonly string[] | undefined;
}

/** The next tasks that share their options, cut from the queue. */
function takeBatch(queue: GroupedTask[], workers: number): readonly Task[] {
  const fair = Math.max(1, Math.min(BATCH, Math.ceil(queue.length / workers)));
  const group = queue[fair - 1]?.group;
  const rest =
    group === undefined ? 0 : queue.slice(fair, fair + BATCH).findIndex((task) => task.group !== group);
  const most = fair + (rest === -1 ? BATCH : rest);
  const first = queue[0]?.options;
  const name = first && nameOptions(first);
  // Of a long queue only its head is looked at, for this is done for every batch.
  const head = queue.slice(0, most);
  const other = head.findIndex(({ options }) => options !== first && nameOptions(options) !== name);
  return queue.splice(0, other === -1 ? most : other);
}
