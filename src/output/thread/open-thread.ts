import { Worker } from 'node:worker_threads';
import { findLastSite, type Published } from '../find-last-site.ts';
import { isWhole, openFolder } from '../open-folder.ts';
import type { LastSite } from '../read-last-site.ts';
import type { Snapshot } from '../snapshot.ts';
import type { FileWriter, OutputFolder } from '../types.ts';
import type { Answer, EarlyData, FolderFinding, Request, ThreadData } from './messages.ts';
import { createFilePacker } from './pack-files.ts';

/** A thread that has begun to load what it needs, and waits to be told of a folder. */
export type IdleThread = Worker;

/**
 * Megabytes of young memory. To look at 80,000 files makes much that lives for an instant; in the little that fits into the
 * cache of a processor, and is touched soon, that took 0.75 s instead of 0.95.
 */
const YOUNG = 4;

/** Batches of files that may wait for the thread. */
const MAX_WAITING = 8;

/** Worker file beside this one, with the extension this one runs with. */
const workerUrl = new URL(`./worker${/\.[jt]s$/.exec(import.meta.url)?.[0] ?? '.js'}`, import.meta.url);

/** A folder whose files are compared and written by a thread. */
export interface ThreadedFolder extends OutputFolder {
  /** What the last site holds; undefined where there is none. */
  listLast(): Promise<LastSite | undefined>;
  /** Whether it is as its snapshot says. */
  isAsBefore(): Promise<boolean>;
  /** How this build has left a folder; undefined where that is not known. */
  takeSnapshot(published: Published): Promise<Snapshot | undefined>;
  /** Has the thread load a writer that will surely be needed, as soon as it has nothing else to do. */
  prepare(writer: FileWriter): void;
  /** Ends the thread, wherever it is. */
  close(): Promise<void>;
}

/** Whether threads run what is compiled: TypeScript sources, as tests run them, do without. */
const isCompiled = workerUrl.pathname.endsWith('.js');

/**
 * Starts a thread for `openThread`: its start takes as long as that of a program. Undefined where there are none.
 *
 * @param snapshotFile holds the snapshot that the folder will probably be compared with
 */
export function startThread(snapshotFile?: string): IdleThread | undefined {
  if (!isCompiled) return undefined;
  // Options of Node that are for the program which uses the library (`--input-type`) are not for this file.
  const thread = new Worker(workerUrl, {
    execArgv: [],
    workerData: { snapshotFile } satisfies EarlyData,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
  });
  thread.unref();
  return thread;
}

/**
 * `openFolder` in a thread: while one text is made, those before it are written. It is started with the first file; where
 * there is a last site, at once, for looking at that takes as long as reading the sources.
 *
 * @param target the folder of the last site; none if absent
 * @param snapshot how the last build left it, if that is known
 * @param idle a thread that was started before
 */
export function openThread(
  dir: string,
  target?: string,
  onKeep: (name: string) => void = () => {},
  snapshot?: Snapshot,
  idle?: IdleThread,
): ThreadedFolder {
  if (!isCompiled) return openHere(dir, target, onKeep, snapshot);
  let finding: FolderFinding | undefined = target === undefined ? { isAsBefore: false } : undefined;
  let listed: Answer | undefined = target === undefined ? { kept: [] } : undefined;
  let taken: Answer | undefined;
  let worker: Worker | undefined;
  let waiting = 0;
  let failure: Error | undefined;
  const sleepers: (() => void)[] = [];
  const packer = createFilePacker(send);
  if (target !== undefined) worker = start();
  return { dir, write, copy, flush, isAsBefore, listLast, takeSnapshot, prepare, close };

  function prepare(writer: FileWriter): void {
    send({ prepare: writer });
  }

  async function write(...[name, content, writer]: Parameters<OutputFolder['write']>): Promise<void> {
    if (!isWhole(content)) return openFolder(dir, await listLast(), onKeep).write(name, content);
    packer.add(name, content, writer);
    await waitFor(MAX_WAITING);
  }

  async function copy(from: string, name: string): Promise<void> {
    packer.addCopy(from, name);
    await waitFor(MAX_WAITING);
  }

  async function flush(): Promise<void> {
    packer.end();
    if (worker !== undefined) send('flush');
    await waitFor(0);
  }

  async function isAsBefore(): Promise<boolean> {
    await until(() => finding !== undefined);
    return finding?.isAsBefore === true;
  }

  async function listLast(): Promise<LastSite | undefined> {
    if (listed === undefined) send('list');
    await until(() => listed !== undefined);
    return listed?.last;
  }

  async function takeSnapshot(published: Published): Promise<Snapshot | undefined> {
    send({ published });
    await until(() => taken !== undefined);
    const { whole = snapshot?.whole, since } = taken?.snapshot ?? {};
    return whole && since && { whole, since };
  }

  async function close(): Promise<void> {
    worker?.removeAllListeners('exit');
    await worker?.terminate();
  }

  function send(request: Request): void {
    worker ??= start();
    waiting += 1;
    const isBatch = typeof request === 'object' && 'bytes' in request;
    worker.postMessage(request, isBatch ? [request.bytes.buffer as ArrayBuffer] : []);
  }

  function start(): Worker {
    const started = (idle ?? (startThread() as IdleThread))
      .on('message', takeAnswer)
      .on('error', fail)
      .on('exit', () => fail(new Error('The thread that writes files has ended before its work.')));
    started.postMessage({ dir, target, snapshot } satisfies ThreadData);
    // To listen is to wait.
    started.unref();
    return started;
  }

  function takeAnswer(answer: FolderFinding | Answer): void {
    if ('isAsBefore' in answer) finding = answer;
    else {
      waiting -= 1;
      for (const name of answer.kept) onKeep(name);
      if ('last' in answer) listed = answer;
      if ('snapshot' in answer) taken = answer;
    }
    wake();
  }

  function fail(error: Error): void {
    failure ??= error;
    wake();
  }

  function wake(): void {
    for (const resolve of sleepers.splice(0)) resolve();
  }

  /** Until no more batches wait than may. */
  function waitFor(most: number): Promise<void> {
    return until(() => waiting <= most);
  }

  /** The thread keeps the program alive only while somebody waits for it: a build that fails elsewhere can end. */
  async function until(isSo: () => boolean): Promise<void> {
    while (!isSo() && failure === undefined) {
      worker?.ref();
      await new Promise<void>((resolve) => {
        sleepers.push(resolve);
      });
    }
    if (sleepers.length === 0) worker?.unref();
    if (failure !== undefined) throw failure;
  }
}

/** As `openThread`, without a thread. */
export function openHere(
  dir: string,
  target?: string,
  onKeep: (name: string) => void = () => {},
  snapshot?: Snapshot,
): ThreadedFolder {
  const { isAsBefore, list, takeSnapshot } = findLastSite(target, snapshot);
  return {
    ...openFolder(dir, list(), onKeep),
    isAsBefore: async () => isAsBefore,
    listLast: async () => list(),
    takeSnapshot: async (published) => takeSnapshot(published),
    prepare() {},
    close: async () => {},
  };
}
