import { Worker } from 'node:worker_threads';
import { isWhole, openFolder } from '../open-folder.ts';
import type { LastSite } from '../read-last-site.ts';
import type { OutputFolder } from '../types.ts';
import type { Answer, Request, ThreadData } from './messages.ts';
import { createFilePacker } from './pack-files.ts';

/** Batches of files that may wait for the thread. */
const MAX_WAITING = 8;

/** Worker file beside this one, with the extension this one runs with. */
const workerUrl = new URL(`./worker${/\.[jt]s$/.exec(import.meta.url)?.[0] ?? '.js'}`, import.meta.url);

/** A folder whose files are compared and written by a thread. */
export interface ThreadedFolder extends OutputFolder {
  /** Ends the thread, wherever it is. */
  close(): Promise<void>;
}

/**
 * `openFolder` in a thread, which is started with the first file: while one text is made, those before it are
 * written. TypeScript sources, as tests run them, do without a thread.
 */
export function openThread(
  dir: string,
  last?: LastSite,
  onKeep: (name: string) => void = () => {},
): ThreadedFolder {
  const here = openFolder(dir, last, onKeep);
  if (!workerUrl.pathname.endsWith('.js')) return { ...here, close: async () => {} };
  let worker: Worker | undefined;
  let waiting = 0;
  let failure: Error | undefined;
  const sleepers: (() => void)[] = [];
  const packer = createFilePacker(send);
  return { dir, write, copy, flush, close };

  async function write(...[name, content, writer]: Parameters<OutputFolder['write']>): Promise<void> {
    if (!isWhole(content)) return here.write(name, content);
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
    const workerData: ThreadData = { dir, last };
    return new Worker(workerUrl, { workerData })
      .on('message', takeAnswer)
      .on('error', fail)
      .on('exit', () => fail(new Error('The thread that writes files has ended before its work.')));
  }

  function takeAnswer({ kept }: Answer): void {
    waiting -= 1;
    for (const name of kept) onKeep(name);
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
  async function waitFor(most: number): Promise<void> {
    while (waiting > most && failure === undefined)
      await new Promise<void>((resolve) => {
        sleepers.push(resolve);
      });
    if (failure !== undefined) throw failure;
  }
}
