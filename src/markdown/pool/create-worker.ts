import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { runBatch, type Task } from './run-batch.ts';

export interface WorkerLimits {
  /** Milliseconds of processor for one text. */
  readonly deadline: number;
  /** Megabytes of heap. */
  readonly memory: number;
}

export interface MarkdownWorker {
  /** Starts the process before its first batch; what goes wrong is told by that batch. */
  start(): void;
  /** Whether there is a process, or will be in a moment. */
  isStarted(): boolean;
  /** Renders tasks that share their options. Gives back those that were not reached when the process died. */
  run(tasks: readonly Task[]): Promise<readonly Task[]>;
  close(): Promise<void>;
}

/** Worker file beside this one, with the extension this one runs with. */
const workerUrl = new URL(`./worker${/\.[jt]s$/.exec(import.meta.url)?.[0] ?? '.js'}`, import.meta.url);

/**
 * Megabytes for what is young, twice of which a process may hold. Trees of a text outlive the 16 that Node gives, and
 * are copied again and again; twice that saves a twentieth of the time.
 */
const YOUNG = 32;

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
    start() {
      child ??= start(limits);
      child.catch(() => {});
    },
    isStarted: () => child !== undefined,
    async run(tasks) {
      if (child !== undefined && hasEnded(await child)) child = undefined;
      child ??= start(limits);
      const done = await runBatch(await child, tasks, limits.deadline);
      if (done.dead) child = undefined;
      return tasks.slice(done.count);
    },
    async close() {
      // A process that did not start was reported by the run that wanted it.
      const running = await child?.catch(() => undefined);
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
  const execArgv = [`--max-old-space-size=${memory}`, `--max-semi-space-size=${YOUNG}`];
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

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}
