import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { makeWholeSite, type WholeSiteRequest } from '../../publish-site/index.ts';

/** What is made of the whole site: the search, lists of pages, what a release changed. Pages never wait for it. */
export interface WholeSite {
  /** Somebody looks at pages: what they may ask for next is made, when nothing else is to be done. */
  begin(): void;
  /** What there is, is of an older state of the sources. */
  change(): void;
  /**
   * A folder with the site: of the sources as they are or were, or as the last build has published it. Where there is neither, it is
   * made now.
   */
  find(): Promise<string | undefined>;
}

/** Milliseconds without anything to do. */
const QUIET = 2000;

/**
 * @param last has in `out` what was published last, if anything was
 * @param ended ends what is under way
 */
export function openWholeSite(
  request: WholeSiteRequest,
  last: { readonly out: string },
  ended: AbortSignal,
): WholeSite {
  let running: Promise<boolean> | undefined;
  let isThere = false;
  let isCurrent = false;
  let hasBegun = false;
  let timer: NodeJS.Timeout | undefined;
  ended.addEventListener('abort', () => clearTimeout(timer));
  return {
    begin() {
      if (hasBegun) return;
      hasBegun = true;
      wait();
    },
    change() {
      isCurrent = false;
      if (hasBegun) wait();
    },
    async find() {
      if (!isCurrent && running === undefined) wait();
      if (isThere) return request.out;
      if (existsSync(join(last.out, 'pages.json'))) return last.out;
      return (await make()) ? request.out : undefined;
    },
  };

  /** Not while somebody writes: each change begins the wait anew. */
  function wait(): void {
    clearTimeout(timer);
    timer = setTimeout(make, isThere ? QUIET * 5 : QUIET);
    timer.unref();
  }

  function make(): Promise<boolean> {
    if (running !== undefined) return running;
    clearTimeout(timer);
    isCurrent = true;
    running = makeWholeSite(request, ended).then((isMade) => {
      running = undefined;
      isThere ||= isMade;
      if (!isCurrent && !ended.aborted) wait();
      return isMade;
    });
    return running;
  }
}
