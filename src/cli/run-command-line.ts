import { describeSystemFault } from '../diagnostics/index.ts';
import { tuneV8 } from '../tune-v8.ts';
import { UsageError } from '../usage-error.ts';
import { COMMANDS } from './commands/index.ts';
import { formatCommandHelp, formatHelp } from './help.ts';
import { parseCommandLine } from './parse-command-line.ts';
import { readPackageVersion } from './read-package-version.ts';
import { createReporter } from './reporter.ts';

/**
 * The command line as a function: arguments in, exit code out. 0 for nothing found, 1 with errors in the content or other
 * findings, 2 for wrong usage.
 */
export async function runCommandLine(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  try {
    return await run(args, env);
  } catch (error) {
    const isUsage = error instanceof UsageError;
    process.stderr.write(`decant: ${isUsage ? error.message : describeCrash(error)}\n`);
    return isUsage ? 2 : 1;
  }
}

/** For whoever gets the report: with the lines of the program. */
function describeCrash(error: unknown): string {
  const lines = error instanceof Error ? error.stack : String(error);
  return `Decant itself has failed. Please report this, with the lines below and what you were doing.\n${lines}`;
}

async function run(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  if (args.length === 1 && (args[0] === '--version' || args[0] === '-v'))
    return print(`${readPackageVersion()}\n`);
  const line = parseCommandLine(COMMANDS, args, env);
  if (line.kind === 'help')
    return print(line.command === undefined ? formatHelp(COMMANDS) : formatCommandHelp(line.command));
  const { command, values, operands } = line;
  const reporter = createReporter({ ...values, command: command.name });
  // What a build does first, looking at the files of the last site, is soon over and worth being optimized.
  if (command.name !== 'build') tuneV8();
  try {
    return await command.run(values, { operands, reporter });
  } catch (error) {
    const fault = describeSystemFault(error);
    if (fault !== undefined)
      reporter.refuse(`The system stopped '${command.name}' from doing its work.`, [fault]);
    else if (error instanceof Error && REFUSALS.has(error.name)) reporter.refuse(error.message);
    else throw error;
    return 2;
  }
}

/** Names of errors that tell whoever runs a command what to do: their classes are loaded only by the commands that need them. */
const REFUSALS = new Set(['UsageError', 'OutputError']);

function print(text: string): number {
  process.stdout.write(text);
  return 0;
}
