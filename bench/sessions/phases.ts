import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** Edits, or questions, of one phase: its time is that of all of them. */
export const TIMES = 20;

/** Says on stderr what comes next, as a build does. */
export function beginPhase(name: string): void {
  process.stderr.write(`${name}\n`);
}

/** @param end what makes it end */
export async function waitForEnd(child: ChildProcess, end: () => unknown): Promise<void> {
  const ended = once(child, 'exit');
  await end();
  await ended;
}
