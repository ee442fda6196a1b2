import { type ChildProcess, spawn } from 'node:child_process';
import { measureTree } from './processes.ts';

/** A program and its arguments. */
export interface Command {
  readonly line: readonly [program: string, ...args: string[]];
  readonly cwd?: string;
  /** Added to the environment. */
  readonly env?: Readonly<Record<string, string>>;
}

/** One run of a command. */
export interface Run {
  readonly status: number;
  /** Seconds. */
  readonly wall: number;
  /** Seconds of all processes together; undefined where no shell tells. */
  readonly cpu: number | undefined;
  /** Peak of all processes together in bytes; undefined unless watched, or where there is no /proc. */
  readonly memory: number | undefined;
  readonly phases: readonly Phase[];
  readonly stdout: string;
  readonly stderr: string;
}

/** What a command did from a line on stderr (`reading`, `resolving`, …) to the next. */
export interface Phase {
  readonly name: string;
  readonly wall: number;
  /** Seconds of CPU time and peak in bytes; undefined unless watched. */
  readonly cpu: number | undefined;
  readonly memory: number | undefined;
}

/** Milliseconds. Looking costs a few, so runs that are watched are not those that are timed. */
const WATCH_EVERY = 40;

/**
 * Runs a command to its end, which comes with that of this process at the latest.
 *
 * @param isWatched whether to look at its memory and CPU time while it runs
 */
export function runCommand({ line, cwd, env }: Command, isWatched = false): Promise<Run> {
  const [program, args] = wrap(line);
  const start = performance.now();
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    detached: hasGroups,
  });
  const stop = () => endAll(child);
  process.prependOnceListener('exit', stop);
  const stopWatch = watchPhases(child, start, isWatched);
  const texts = [1, 2, 3].map((at) => collect(child, at));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      const end = performance.now();
      process.removeListener('exit', stop);
      const [stdout = '', stderr = '', times = ''] = texts.map((text) => text());
      const watched = stopWatch(end);
      const wall = (end - start) / 1000;
      resolve({ status: code ?? -1, wall, cpu: parseTimes(times), ...watched, stdout, stderr });
    });
  });
}

/** Whether a process can begin a group, in which all are that it starts. */
const hasGroups = process.platform !== 'win32';

/** Ends a process, and all that it has started. */
function endAll(child: ChildProcess): void {
  if (!hasGroups || child.pid === undefined) {
    child.kill();
    return;
  }
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // All of them have ended.
  }
}

/** A POSIX shell tells the CPU time of what it ran, whatever that had started itself. */
function wrap(line: Command['line']): [string, string[]] {
  if (!hasGroups) return [line[0], line.slice(1)];
  return ['sh', ['-c', '"$@" 3>&-; status=$?; times >&3; exit $status', 'sh', ...line]];
}

/** Of what `times` prints: the second line is that of the children, `0m1.20s 0m0.31s`. */
export function parseTimes(text: string): number | undefined {
  const line = text.trim().split('\n')[1];
  const times = [...(line ?? '').matchAll(/(\d+)m([\d.]+)s/g)];
  if (times.length !== 2) return undefined;
  return times.reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds), 0);
}

function collect(child: ChildProcess, at: number): () => string {
  const chunks: Buffer[] = [];
  const stream = child.stdio[at];
  if (stream && 'read' in stream) stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString('utf8');
}

/** Takes the time of every line of one word on stderr; returns what ends it all. */
function watchPhases(
  child: ChildProcess,
  start: number,
  isWatched: boolean,
): (end: number) => Pick<Run, 'phases' | 'memory'> {
  const phases: Phase[] = [];
  let current = { name: 'starting', start, cpu: 0, memory: 0 };
  let [peak, cpu] = [0, 0];
  const look = () => {
    const usage = isWatched && child.pid !== undefined ? measureTree(child.pid) : undefined;
    if (usage === undefined) return;
    cpu = Math.max(cpu, usage.cpu);
    peak = Math.max(peak, usage.memory);
    current.memory = Math.max(current.memory, usage.memory);
  };
  const next = (name: string, now: number) => {
    look();
    const wall = (now - current.start) / 1000;
    const watched = peak > 0 ? { cpu: cpu - current.cpu, memory: current.memory } : NOT_WATCHED;
    phases.push({ name: current.name, wall, ...watched });
    current = { name, start: now, cpu, memory: 0 };
  };
  const timer = setInterval(look, WATCH_EVERY);
  child.stderr?.on('data', (chunk: Buffer) => {
    const now = performance.now();
    for (const name of String(chunk).split('\n')) if (/^[a-z]+$/.test(name)) next(name, now);
  });
  return (end) => {
    clearInterval(timer);
    next('', end);
    return { phases, memory: peak > 0 ? peak : undefined };
  };
}

const NOT_WATCHED = { cpu: undefined, memory: undefined };
