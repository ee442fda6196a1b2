import type { ChildProcess } from 'node:child_process';
import { createFailedRendering } from '../failed-rendering.ts';
import type { MarkdownOptions, Rendering } from '../types.ts';
import type { PoolBatch, WorkerReport } from './messages.ts';

/** A text that waits for its rendering. */
export interface Task {
  readonly text: string;
  readonly options: MarkdownOptions;
  settle(rendering: Rendering): void;
  fail(error: Error): void;
}

/** How many tasks are settled, and whether the process died of the last one. */
export interface BatchEnd {
  readonly count: number;
  readonly dead: boolean;
}

/** Has a process render tasks that share their options, each within the deadline (milliseconds). */
export function runBatch(child: ChildProcess, tasks: readonly Task[], deadline: number): Promise<BatchEnd> {
  return new Promise((resolve) => {
    let count = 0;
    let timer = setTimeout(expire, deadline);
    let expired = false;
    child.on('message', advance).once('exit', bury);
    child.on('error', ignore);
    child.send({
      texts: tasks.map(({ text }) => text),
      options: tasks[0]?.options ?? { html: 'clean' },
    } satisfies PoolBatch);

    function advance(report: WorkerReport): void {
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

/** A process that cannot be written to also ends, and that is what counts. */
function ignore(): void {}
