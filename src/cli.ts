#!/usr/bin/env node
/** Edge for the command line. */
import { runCommandLine } from './cli/run-command-line.ts';

// Whoever reads the output may stop reading, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

const status = await runCommandLine(process.argv.slice(2), process.env);
// Else Node gives back the memory of a whole site piece by piece before it ends.
await Promise.all([process.stdout, process.stderr].map(flush));
process.exit(status);

/** Pipes of Windows hold back what is written to them. */
function flush(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    stream.write('', () => resolve());
  });
}
