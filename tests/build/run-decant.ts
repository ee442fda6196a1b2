import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../../src/diagnostics/index.ts';

/** The repository's folder. */
export const repository = join(import.meta.dirname, '../..');
const dist = join(repository, 'dist/src');
/** The compiled program. */
export const cli = join(dist, 'cli.js');

/** What a command left behind. */
export interface Outcome {
  /** Exit code. */
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** One after the other: what they print is told apart by the time. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Runs the compiled command line in this process, where a build takes a tenth of the time that starting a program does.
 * What is about processes (signals, modes, being killed) runs the program by `runProgram`.
 */
export function runDecant(
  args: readonly string[],
  cwd: string = repository,
  env: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  const outcome = last.then(() => runHere(args, cwd, env));
  last = outcome.catch(() => undefined);
  return outcome;
}

async function runHere(
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
): Promise<Outcome> {
  if (!existsSync(cli)) throw new Error('There is no dist/: run `npm run compile` first.');
  const { runCommandLine } = await import(join(dist, 'cli/run-command-line.js'));
  const said = { stdout: '', stderr: '' };
  const restore = [
    capture('stdout', said),
    capture('stderr', said),
    enter(cwd),
    setVariables(env),
    nameProgram(),
    watchSignals(),
  ];
  try {
    return { status: await runCommandLine(args, process.env), ...said };
  } finally {
    for (const undo of restore) undo();
  }
}

function capture(name: 'stdout' | 'stderr', said: Record<'stdout' | 'stderr', string>): () => void {
  const stream = process[name];
  const { write } = stream;
  stream.write = (text: string | Uint8Array) => {
    said[name] += typeof text === 'string' ? text : Buffer.from(text).toString();
    return true;
  };
  return () => {
    stream.write = write;
  };
}

function enter(folder: string): () => void {
  const before = process.cwd();
  process.chdir(folder);
  return () => process.chdir(before);
}

function setVariables(env: Readonly<Record<string, string>>): () => void {
  const before = { ...process.env };
  Object.assign(process.env, env);
  return () => {
    for (const name of Object.keys(env)) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
  };
}

/** Some commands start the program that runs. */
function nameProgram(): () => void {
  const [, before = ''] = process.argv;
  process.argv[1] = cli;
  return () => {
    process.argv[1] = before;
  };
}

/** A command listens to signals until its process ends, which this one does not. */
function watchSignals(): () => void {
  const signals = ['SIGINT', 'SIGTERM'] as const;
  const before = signals.map((signal) => process.listeners(signal));
  return () => {
    for (const [at, signal] of signals.entries())
      for (const listener of process.listeners(signal))
        if (!before[at]?.includes(listener)) process.removeListener(signal, listener);
  };
}

/**
 * Runs any program to its end, without input.
 *
 * @param env added to the environment
 */
export function runProgram(
  program: string,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const options = { cwd, env: { ...process.env, ...env }, maxBuffer: 64 * 1024 * 1024 };
    const child = execFile(program, args, options, (error, stdout, stderr) => {
      if (error !== null && typeof error.code !== 'number') reject(error);
      else resolve({ status: Number(error?.code ?? 0), stdout, stderr });
    });
    child.stdin?.end();
  });
}

/** The document that `--json` prints. */
export interface Report {
  readonly figures: Readonly<Record<string, unknown>>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Builds with `--json`. @throws where the command printed no report; the message holds what it said instead */
export async function buildForReport(args: readonly string[]): Promise<Outcome & Report> {
  const outcome = await runDecant(['build', '--json', ...args]);
  try {
    return { ...outcome, ...(JSON.parse(outcome.stdout) as Report) };
  } catch {
    throw new Error(
      `decant build ${args.join(' ')} printed no report.\n${outcome.stdout}\n${outcome.stderr}`,
    );
  }
}
