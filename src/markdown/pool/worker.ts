import { Worker } from 'node:worker_threads';
import { tuneV8 } from '../../tune-v8.ts';
import { createKnownParts, renderSafely } from '../render-safely.ts';
import type { PoolBatch, WorkerReport } from './messages.ts';

// There is such a process for each processor.
tuneV8(false);

const known = createKnownParts();

const WATCH = `
  const { workerData } = require('node:worker_threads');
  setInterval(() => process.ppid === workerData || process.kill(process.pid, 'SIGKILL'), 1000);
`;

/** The process behind the pool: renders batches and reports each text as soon as it is done. */
process.on('message', async ({ texts, options }: PoolBatch) => {
  for (const text of texts) await report({ rendering: renderSafely(text, options, known) });
});

// A worker whose pool is gone has nothing to do. Within a text, which may take hours, it hears of nothing: a thread sees that
// another process has become its parent. (Windows names the first one for ever.)
process.on('disconnect', () => process.exit());
if (process.platform !== 'win32') new Worker(WATCH, { eval: true, workerData: process.ppid }).unref();

await report('ready');

/** Waits until the report is out: were it still queued, a text that hangs would be taken for the one before it. */
function report(message: WorkerReport): Promise<void> {
  return new Promise((sent) => process.send?.(message, undefined, undefined, () => sent()));
}
