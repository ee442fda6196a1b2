import type { ChildProcess } from 'node:child_process';
import { readCpuTime } from './cpu-time.ts';

/** How many times the deadline a text may wait for a processor, where it is known how much of one it has had. */
const HELD_UP = 30;

/** The same where that is not known. */
const UNKNOWN = 6;

/** Milliseconds. What came before in the batch took so little that it need not be told from the text. */
const SHORT = 100;

/** The clock of the texts that a process renders one after the other. */
export interface TextWatch {
  /** A text begins, the first one or the next. */
  begin(): void;
  stop(): void;
}

/**
 * Calls `expire` once a text has taken the deadline: milliseconds of processor, for on a busy machine a sound text may wait long for one.
 * Wall time counts where the system does not tell that, and for a process that does nothing at all; then it is many times the deadline.
 */
export function watchTexts(child: ChildProcess, deadline: number, expire: () => void): TextWatch {
  let timer: NodeJS.Timeout | undefined;
  let began = 0;
  let before: number | undefined;

  function check(): void {
    const now = readCpuTime(child.pid);
    const waited = performance.now() - began;
    const left =
      now === undefined || before === undefined
        ? deadline * UNKNOWN - waited
        : Math.min(deadline - (now - before), deadline * HELD_UP - waited);
    if (left <= 0) expire();
    else timer = setTimeout(check, Math.max(left, SHORT));
  }

  return {
    begin() {
      clearTimeout(timer);
      const now = performance.now();
      if (before === undefined || now - began > SHORT) before = readCpuTime(child.pid);
      began = now;
      timer = setTimeout(check, deadline);
    },
    stop: () => clearTimeout(timer),
  };
}
