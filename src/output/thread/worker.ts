import { parentPort, workerData } from 'node:worker_threads';
import { openFolder } from '../open-folder.ts';
import { readLastSite } from '../read-last-site.ts';
import { signFiles } from '../sign-files.ts';
import type { Answer, Batch, Listing, Request, Signature, ThreadData } from './messages.ts';

/** Entry of the thread: requests in, answers out, in order. What fails ends the thread, and the other side gets the error. */
const { dir, target }: ThreadData = workerData;
const last = target === undefined ? undefined : readLastSite(target);
const signature = last && signFiles(last.files, last.others);
parentPort?.postMessage({ signature } satisfies Signature);
parentPort?.postMessage({ last } satisfies Listing);
let kept: string[] = [];
const folder = openFolder(dir, last, (name) => kept.push(name));
let queue = Promise.resolve();

parentPort?.on('message', (request: Request) => {
  queue = queue.then(() => answer(request)).catch(end);
});

/** Thrown where nobody catches it: how rejections end a program is for its user to choose. Nothing more is answered. */
function end(error: unknown): Promise<void> {
  process.nextTick(() => {
    throw error;
  });
  return new Promise(() => {});
}

async function answer(request: Request): Promise<void> {
  if (request === 'flush') await folder.flush();
  else if ('prepare' in request) await import(request.prepare);
  else if ('copies' in request) for (const [from, name] of request.copies) await folder.copy(from, name);
  else await writeBatch(request);
  parentPort?.postMessage({ kept } satisfies Answer);
  kept = [];
}

async function writeBatch({ names, lengths, bytes, writer }: Batch): Promise<void> {
  let start = 0;
  for (const [at, name] of names.entries()) {
    const end = start + (lengths[at] ?? 0);
    await folder.write(name, bytes.subarray(start, end), writer);
    start = end;
  }
}
