import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../../src/diagnostics/index.ts';

/** The repository's folder. */
export const repository = join(import.meta.dirname, '../..');
const cli = join(repository, 'dist/src/cli.js');

/** What a command left behind. */
export interface Outcome {
  /** Exit code. */
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the compiled command line as a reader would, in a process of its own. */
export function runDecant(
  args: readonly string[],
  cwd: string = repository,
  env: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  if (!existsSync(cli)) throw new Error('There is no dist/: run `npm run compile` first.');
  return runProgram(process.execPath, [cli, ...args], cwd, env);
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
