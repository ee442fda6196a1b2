#!/usr/bin/env node
/** Edge for the command line. */
import { setImmediate } from 'node:timers/promises';
import { runCommandLine } from './cli/run-command-line.ts';

/** What the standard streams are to Node, and files that are being closed. */
const HARMLESS: ReadonlySet<string> = new Set(['PipeWrap', 'TTYWrap', 'CloseReq']);

// Whoever reads the output may stop reading, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

process.exitCode = await runCommandLine(process.argv.slice(2), process.env);
await Promise.all([process.stdout, process.stderr].map(flush));
// A process that has ended counts as active until its handle is closed: two turns of the event loop.
await setImmediate();
await setImmediate();
// Where nothing is left to wait for, as for a browser that ends, Node would only give back the memory of a whole site piece by piece.
if (process.getActiveResourcesInfo().every((name) => HARMLESS.has(name))) process.exit();

/** Pipes of Windows hold back what is written to them. */
function flush(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    stream.write('', () => resolve());
  });
}
