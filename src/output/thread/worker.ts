import { parentPort, workerData } from 'node:worker_threads';
import { type FoundSite, findLastSite } from '../find-last-site.ts';
import { openFolder } from '../open-folder.ts';
import type { Snapshot } from '../snapshot.ts';
import { loadSnapshot } from '../snapshot-drawer.ts';
import type { OutputFolder } from '../types.ts';
import type { Answer, EarlyData, FolderFinding, Request, ThreadData, WriteBatch } from './messages.ts';

/**
 * Entry of the thread: what it begins with, and then requests in, answers out, in order. What fails ends the thread, and the
 * other side gets the error.
 */
parentPort?.once('message', begin);

const { snapshotFile } = workerData as EarlyData;
/** Read while nothing else is known yet. */
const early = snapshotFile === undefined ? undefined : loadSnapshot(snapshotFile);

interface Work {
  readonly folder: OutputFolder;
  readonly last: FoundSite;
  /** As the thread got it. */
  readonly snapshot: Snapshot | undefined;
}

function begin({ dir, target, snapshot }: ThreadData): void {
  const last = findLastSite(target, snapshot, early);
  parentPort?.postMessage({ isAsBefore: last.isAsBefore } satisfies FolderFinding);
  let kept: string[] = [];
  const work: Work = { folder: openFolder(dir, last.list(), (name) => kept.push(name)), last, snapshot };
  let queue = Promise.resolve();
  parentPort?.on('message', (request: Request) => {
    queue = queue.then(() => answer(request)).catch(end);
  });

  async function answer(request: Request): Promise<void> {
    const found = await meet(request, work);
    parentPort?.postMessage({ kept, ...found } satisfies Answer);
    kept = [];
  }
}

/** Thrown where nobody catches it: how rejections end a program is for its user to choose. Nothing more is answered. */
function end(error: unknown): Promise<void> {
  process.nextTick(() => {
    throw error;
  });
  return new Promise(() => {});
}

async function meet(request: Request, { folder, last, snapshot }: Work): Promise<Omit<Answer, 'kept'>> {
  if (request === 'list') return { last: last.list() };
  if (request === 'flush') await folder.flush();
  else if ('published' in request)
    return { snapshot: leaveOut(last.takeSnapshot(request.published), snapshot) };
  else if ('prepare' in request) await import(request.prepare);
  else if ('copies' in request) for (const [from, name] of request.copies) await folder.copy(from, name);
  else await writeBatch(request, folder);
  return {};
}

/** What the other side has is not sent again, for it is large. */
function leaveOut(taken: Snapshot | undefined, sent: Snapshot | undefined): Answer['snapshot'] {
  return taken?.whole === sent?.whole && taken !== undefined ? { since: taken.since } : taken;
}

async function writeBatch(
  { names, lengths, bytes, writer }: WriteBatch,
  folder: OutputFolder,
): Promise<void> {
  let start = 0;
  for (const [at, name] of names.entries()) {
    const end = start + (lengths[at] ?? 0);
    await folder.write(name, bytes.subarray(start, end), writer);
    start = end;
  }
}
