import { readdirSync, readFileSync } from 'node:fs';

/** What a process and all it has started use at one moment. */
export interface Usage {
  /** Bytes; pages that processes share are counted once where the system tells (PSS), else for each (RSS). */
  readonly memory: number;
  /** Seconds of CPU time so far, those of ended and awaited children included. */
  readonly cpu: number;
  readonly processes: number;
}

/** Clock ticks of /proc in a second: 100 on every Linux that runs Node. */
const TICKS = 100;
const PAGE = 4096;

/** Undefined where there is no /proc. */
export function measureTree(root: number): Usage | undefined {
  const all = listProcesses();
  if (all === undefined) return undefined;
  const tree = [root];
  for (const pid of tree) tree.push(...all.filter(({ parent }) => parent === pid).map(({ pid }) => pid));
  const found = all.filter(({ pid }) => tree.includes(pid));
  return {
    memory: found.reduce((sum, { pid }) => sum + readMemory(pid), 0),
    cpu: found.reduce((sum, { ticks }) => sum + ticks, 0) / TICKS,
    processes: found.length,
  };
}

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly ticks: number;
}

function listProcesses(): readonly Process[] | undefined {
  const names = readNames().filter((name) => /^\d+$/.test(name));
  return names.length === 0
    ? undefined
    : names.flatMap((name) => parseStat(read(`/proc/${name}/stat`)) ?? []);
}

function readNames(): readonly string[] {
  try {
    return readdirSync('/proc');
  } catch {
    return [];
  }
}

/** See proc(5). The name of the program, in brackets, may hold anything. */
export function parseStat(text: string): Process | undefined {
  const end = text.lastIndexOf(')');
  const fields = text.slice(end + 2).split(' ');
  const [parent, ...times] = [1, 11, 12, 13, 14].map((at) => Number(fields[at]));
  if (end === -1 || parent === undefined || fields.length < 15) return undefined;
  return { pid: Number.parseInt(text, 10), parent, ticks: times.reduce((sum, each) => sum + each, 0) };
}

function readMemory(pid: number): number {
  const kilobytes = /^Pss:\s+(\d+) kB$/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1];
  if (kilobytes !== undefined) return Number(kilobytes) * 1024;
  return Number(read(`/proc/${pid}/statm`).split(' ')[1] ?? 0) * PAGE;
}

/** Empty for a process that has just ended. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
