import type { ChildProcess } from 'node:child_process';
import { createFailedRendering } from '../failed-rendering.ts';
import type { MarkdownOptions, Rendering } from '../types.ts';
import type { PoolBatch, WorkerReport } from './messages.ts';
import { watchTexts } from './watch-text.ts';

/** A text that waits for its rendering. */
export interface Task {
  readonly text: string;
  readonly options: MarkdownOptions;
  /** Whether a process died while it rendered the text. */
  hasDied?: boolean;
  settle(rendering: Rendering): void;
  fail(error: Error): void;
}

/** How many tasks are settled, and whether the process died of the one after them. */
export interface BatchEnd {
  readonly count: number;
  readonly dead: boolean;
}

/**
 * Has a process render tasks that share their options, each within the deadline (milliseconds of processor). A process may die of
 * something else than its text: of the memory that earlier ones left, or because the system ended it. So a text is
 * rendered once more by a fresh process before it is given up.
 */
export function runBatch(child: ChildProcess, tasks: readonly Task[], deadline: number): Promise<BatchEnd> {
  return new Promise((resolve) => {
    let count = 0;
    let expired = false;
    const watch = watchTexts(child, deadline, () => {
      expired = true;
      child.kill('SIGKILL');
    });
    watch.begin();
    child.on('message', advance).once('exit', bury);
    child.on('error', ignore);
    child.send({
      texts: tasks.map(({ text }) => text),
      options: tasks[0]?.options ?? { html: 'clean' },
    } satisfies PoolBatch);

    function advance(report: WorkerReport): void {
      if (report === 'ready') return;
      tasks[count]?.settle(report.rendering);
      count += 1;
      if (count === tasks.length) end(false);
      else watch.begin();
    }

    function bury(): void {
      const task = tasks[count];
      if (task !== undefined && !expired && task.hasDied !== true) {
        task.hasDied = true;
        end(true);
        return;
      }
      const reason = 'its process died, most likely because it ran out of memory.';
      const seconds = deadline / 1000;
      const failure = expired
        ? ({ kind: 'timeout', seconds } as const)
        : ({ kind: 'crashed', reason } as const);
      task?.settle(createFailedRendering(failure));
      count += 1;
      end(true);
    }

    function end(dead: boolean): void {
      watch.stop();
      child.off('message', advance).off('exit', bury).off('error', ignore);
      resolve({ count, dead });
    }
  });
}

/** A process that cannot be written to also ends, and that is what counts. */
function ignore(): void {}
