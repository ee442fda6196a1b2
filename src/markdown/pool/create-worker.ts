import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { createFailedRendering } from '../failed-rendering.ts';
import type { MarkdownOptions, Rendering } from '../types.ts';
import type { Batch, Report } from './messages.ts';

/** A text that waits for its rendering. */
export interface Task {
  readonly text: string;
  readonly options: MarkdownOptions;
  settle(rendering: Rendering): void;
  fail(error: Error): void;
}

export interface WorkerLimits {
  /** Milliseconds for one text. */
  readonly deadline: number;
  /** Megabytes of heap. */
  readonly memory: number;
}

export interface MarkdownWorker {
  /** Renders tasks that share their options. Gives back those that were not reached when the process died. */
  run(tasks: readonly Task[]): Promise<readonly Task[]>;
  close(): Promise<void>;
}

/** Worker file beside this one, with the extension this one runs with. */
const workerUrl = new URL(`./worker${/\.[jt]s$/.exec(import.meta.url)?.[0] ?? '.js'}`, import.meta.url);

/** Whether this Node can start the worker file: TypeScript sources need one that strips types by itself. */
export function canFork(): boolean {
  const features: Readonly<Record<string, unknown>> = { ...process.features };
  return (
    workerUrl.pathname.endsWith('.js') ||
    features.typescript === 'strip' ||
    features.typescript === 'transform'
  );
}

/** One process that renders; started with its first batch and again after it died. */
export function createWorker(limits: WorkerLimits): MarkdownWorker {
  let child: Promise<ChildProcess> | undefined;

  return {
    async run(tasks) {
      if (child !== undefined && hasEnded(await child)) child = undefined;
      child ??= start(limits);
      const done = await runBatch(await child, tasks, limits);
      if (done.dead) child = undefined;
      return tasks.slice(done.count);
    },
    async close() {
      const running = await child;
      child = undefined;
      if (running === undefined || hasEnded(running)) return;
      await new Promise<void>((resolve) => {
        running.once('exit', () => resolve());
        running.kill('SIGKILL');
      });
    },
  };
}

function start({ memory }: WorkerLimits): Promise<ChildProcess> {
  const execArgv = [`--max-old-space-size=${memory}`];
  // Output is not wanted: what V8 prints when the heap is full becomes a problem of the text.
  const child = fork(fileURLToPath(workerUrl), [], {
    execArgv,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  return new Promise((resolve, reject) => {
    const fail = (reason: unknown) => reject(new Error(`The Markdown worker did not start (${reason}).`));
    child.once('error', fail);
    child.once('exit', fail);
    child.once('message', () => {
      child.off('error', fail).off('exit', fail);
      resolve(child);
    });
  });
}

/** How many tasks are settled, and whether the process died of the last one. */
interface BatchEnd {
  readonly count: number;
  readonly dead: boolean;
}

function runBatch(
  child: ChildProcess,
  tasks: readonly Task[],
  { deadline }: WorkerLimits,
): Promise<BatchEnd> {
  return new Promise((resolve) => {
    let count = 0;
    let timer = setTimeout(expire, deadline);
    let expired = false;
    child.on('message', advance).once('exit', bury);
    child.on('error', ignore);
    child.send({
      texts: tasks.map(({ text }) => text),
      options: tasks[0]?.options ?? { html: 'clean' },
    } satisfies Batch);

    function advance(report: Report): void {
      if (report === 'ready') return;
      clearTimeout(timer);
      tasks[count]?.settle(report.rendering);
      count += 1;
      if (count === tasks.length) end(false);
      else timer = setTimeout(expire, deadline);
    }

    function expire(): void {
      expired = true;
      child.kill('SIGKILL');
    }

    function bury(): void {
      const reason = 'its process died, most likely for want of memory.';
      const seconds = deadline / 1000;
      const failure = expired
        ? ({ kind: 'timeout', seconds } as const)
        : ({ kind: 'crashed', reason } as const);
      tasks[count]?.settle(createFailedRendering(failure));
      count += 1;
      end(true);
    }

    function end(dead: boolean): void {
      clearTimeout(timer);
      child.off('message', advance).off('exit', bury).off('error', ignore);
      resolve({ count, dead });
    }
  });
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

/** A process that cannot be written to also ends, and that is what counts. */
function ignore(): void {}
