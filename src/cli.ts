#!/usr/bin/env node
/** Edge for the command line: arguments in, exit code out. 0 without errors, 1 with errors in the content (or with differences), 2 for wrong usage. */
import { readFileSync } from 'node:fs';
import { HELP } from './cli/help.ts';
import { type Options, parseOptions } from './cli/options.ts';
import { createReporter } from './cli/reporter.ts';
import { spareOptimizer } from './spare-optimizer.ts';
import { UsageError } from './usage-error.ts';

async function run(args: readonly string[]): Promise<number> {
  if (args.length === 1 && (args[0] === '--version' || args[0] === '-v'))
    return print(`${readPackageVersion()}\n`);
  const options = parseOptions(args, process.env);
  if (options.help) return print(HELP);
  const reporter = createReporter(options);
  const command = await loadCommand(options.command);
  // What a build does first, looking at the files of the last site, is soon over and worth being optimized.
  if (options.command !== 'build') spareOptimizer();
  try {
    return await command(options, reporter);
  } catch (error) {
    if (!(error instanceof Error && error.name === 'UsageError')) throw error;
    reporter.refuse(error.message);
    return 2;
  }
}

/** Loaded when needed, so that `--help` answers at once. */
async function loadCommand(name: Options['command']) {
  if (name === 'build') return (await import('./cli/build-command.ts')).runBuild;
  if (name === 'merge') return (await import('./cli/merge-command.ts')).runMerge;
  if (name === 'check') return (await import('./cli/check-command.ts')).runCheck;
  if (name === 'render') return (await import('./cli/render-command.ts')).runRender;
  if (name === 'visual') return (await import('./cli/visual-command.ts')).runVisual;
  return (await import('./cli/dev-command.ts')).runDev;
}

function print(text: string): number {
  process.stdout.write(text);
  return 0;
}

function readPackageVersion(): string {
  let folder = new URL('.', import.meta.url);
  for (let up = 0; up < 4; up += 1) {
    try {
      return JSON.parse(readFileSync(new URL('package.json', folder), 'utf8')).version;
    } catch {
      folder = new URL('..', folder);
    }
  }
  return 'unknown';
}

process.exitCode = await run(process.argv.slice(2)).catch((error: unknown) => {
  const isUsage = error instanceof UsageError;
  const text = isUsage ? `decant: ${error.message}` : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${text}\n`);
  return isUsage ? 2 : 1;
});
