import { readFileSync } from 'node:fs';

/** Milliseconds of a tick, which is what Linux counts in on every machine that Node runs on. */
const TICK = 10;

/** Milliseconds of processor that another process has taken; undefined where the system does not say in a file. */
export function readCpuTime(pid: number | undefined): number | undefined {
  if (pid === undefined || process.platform !== 'linux') return undefined;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The name of the program comes before, in brackets, and may hold anything.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * TICK;
  } catch {
    return undefined;
  }
}
