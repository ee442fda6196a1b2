#!/usr/bin/env node
/** Edge for the command line: arguments in, exit code out. 0 without errors, 1 with errors in the content (or with differences), 2 for wrong usage. */
import { readFileSync } from 'node:fs';
import { COMMANDS } from './cli/commands/index.ts';
import { formatCommandHelp, formatHelp } from './cli/help.ts';
import { parseCommandLine } from './cli/parse-command-line.ts';
import { createReporter } from './cli/reporter.ts';
import { tuneV8 } from './tune-v8.ts';
import { UsageError } from './usage-error.ts';

async function run(args: readonly string[]): Promise<number> {
  if (args.length === 1 && (args[0] === '--version' || args[0] === '-v'))
    return print(`${readPackageVersion()}\n`);
  const line = parseCommandLine(COMMANDS, args, process.env);
  if (line.kind === 'help')
    return print(line.command === undefined ? formatHelp(COMMANDS) : formatCommandHelp(line.command));
  const { command, values, operands } = line;
  const reporter = createReporter({ ...values, command: command.name });
  // What a build does first, looking at the files of the last site, is soon over and worth being optimized.
  if (command.name !== 'build') tuneV8();
  try {
    return await command.run(values, { operands, reporter });
  } catch (error) {
    if (!(error instanceof Error && error.name === 'UsageError')) throw error;
    reporter.refuse(error.message);
    return 2;
  }
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

// Whoever reads the output may stop reading, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

process.exitCode = await run(process.argv.slice(2)).catch((error: unknown) => {
  const isUsage = error instanceof UsageError;
  const text = isUsage ? `decant: ${error.message}` : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${text}\n`);
  return isUsage ? 2 : 1;
});
