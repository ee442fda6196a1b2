import { parentPort, workerData } from 'node:worker_threads';
import { findLastSite } from '../find-last-site.ts';
import { openFolder } from '../open-folder.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Answer, FolderFinding, Request, ThreadData, WriteBatch } from './messages.ts';

/** Entry of the thread: requests in, answers out, in order. What fails ends the thread, and the other side gets the error. */
const { dir, target, snapshot }: ThreadData = workerData;
const { isAsBefore, list, takeSnapshot } = findLastSite(target, snapshot);
parentPort?.postMessage({ isAsBefore } satisfies FolderFinding);
let kept: string[] = [];
const folder = openFolder(dir, list(), (name) => kept.push(name));
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
  const found = await meet(request);
  parentPort?.postMessage({ kept, ...found } satisfies Answer);
  kept = [];
}

async function meet(request: Request): Promise<Omit<Answer, 'kept'>> {
  if (request === 'list') return { last: list() };
  if (request === 'flush') await folder.flush();
  else if ('published' in request) return { snapshot: leaveOut(takeSnapshot(request.published)) };
  else if ('prepare' in request) await import(request.prepare);
  else if ('copies' in request) for (const [from, name] of request.copies) await folder.copy(from, name);
  else await writeBatch(request);
  return {};
}

/** What the other side has is not sent again, for it is large. */
function leaveOut(taken: Snapshot | undefined): Answer['snapshot'] {
  return taken?.whole === snapshot?.whole && taken !== undefined ? { since: taken.since } : taken;
}

async function writeBatch({ names, lengths, bytes, writer }: WriteBatch): Promise<void> {
  let start = 0;
  for (const [at, name] of names.entries()) {
    const end = start + (lengths[at] ?? 0);
    await folder.write(name, bytes.subarray(start, end), writer);
    start = end;
  }
}
