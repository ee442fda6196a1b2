import { fork } from 'node:child_process';
import { setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { CacheOptions } from '../cache/index.ts';
import type { Parser } from '../markdown/index.ts';

/** What a process that builds a whole site is told. */
export interface WholeSiteRequest {
  readonly root: string;
  readonly out: string;
  readonly versions: readonly string[];
  readonly languages: readonly string[];
  readonly cache?: CacheOptions | undefined;
  readonly parser: Parser;
}

/** Worker file beside this one, with the extension this one runs with. */
const workerUrl = new URL(
  `./whole-site-worker${/\.[jt]s$/.exec(import.meta.url)?.[0] ?? '.js'}`,
  import.meta.url,
);

/** Lowest of all: a page that somebody waits for goes first. */
const LEAST = 19;

/**
 * Builds a whole site into a folder that nobody publishes, errors or not, in a process of its own. True where it is there.
 *
 * @param signal ends it
 */
export function makeWholeSite(request: WholeSiteRequest, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve(false);
    const child = fork(fileURLToPath(workerUrl), { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    const stop = () => void child.kill();
    signal.addEventListener('abort', stop, { once: true });
    child.once('error', () => resolve(false));
    child.once('exit', (code) => {
      signal.removeEventListener('abort', stop);
      resolve(code === 0);
    });
    try {
      if (child.pid !== undefined) setPriority(child.pid, LEAST);
    } catch {
      // Some systems do not let it be changed.
    }
    child.send(request);
  });
}
