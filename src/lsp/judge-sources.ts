import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { CacheOptions } from '../cache/index.ts';
import type { Diagnostic } from '../diagnostics/index.ts';
import type { OpenText } from './lay-open-texts.ts';

/** What a process that judges a site is told. */
export interface JudgeRequest {
  readonly root: string;
  readonly cache: CacheOptions | undefined;
  readonly open: readonly OpenText[];
}

/** Worker file beside this one, with the extension this one runs with. */
const workerUrl = new URL(`./judge-worker${/\.[jt]s$/.exec(import.meta.url)?.[0] ?? '.js'}`, import.meta.url);

/**
 * What all sources of a site show, the open texts among them. Takes seconds of a large one, so it has a process of its own.
 * Undefined where nobody came to know.
 *
 * @param signal ends it
 */
export function judgeSources(
  request: JudgeRequest,
  signal: AbortSignal,
): Promise<readonly Diagnostic[] | undefined> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve(undefined);
    // What editors are told goes over standard output, so it must not write there.
    const child = fork(fileURLToPath(workerUrl), { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    let found: readonly Diagnostic[] | undefined;
    const stop = () => void child.kill();
    signal.addEventListener('abort', stop, { once: true });
    child.once('message', (said: readonly Diagnostic[]) => {
      found = said;
    });
    child.once('error', () => resolve(undefined));
    child.once('close', () => {
      signal.removeEventListener('abort', stop);
      resolve(signal.aborted ? undefined : found);
    });
    child.send(request);
  });
}
