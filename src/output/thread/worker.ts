import { parentPort, workerData } from 'node:worker_threads';
import { openFolder } from '../open-folder.ts';
import type { Answer, Batch, SentFile, ThreadData } from './messages.ts';

/** Entry of the thread: batches in, answers out, in order. What fails ends the thread, and the other side gets the error. */
const { dir, last }: ThreadData = workerData;
let kept: string[] = [];
const folder = openFolder(dir, last, (name) => kept.push(name));
let queue = Promise.resolve();

parentPort?.on('message', (batch: Batch) => {
  queue = queue.then(() => takeBatch(batch));
});

async function takeBatch({ bytes, files }: Batch): Promise<void> {
  let at = 0;
  for (const file of files) {
    at += await takeFile(file, bytes, at);
  }
  if (files.length === 0) await folder.flush();
  parentPort?.postMessage({ kept } satisfies Answer);
  kept = [];
}

/** Returns how many bytes belong to the file. */
async function takeFile(file: SentFile, bytes: Uint8Array, at: number): Promise<number> {
  if ('from' in file) {
    await folder.copy(file.from, file.name);
    return 0;
  }
  await folder.write(file.name, bytes.subarray(at, at + file.length), file.writer);
  return file.length;
}
