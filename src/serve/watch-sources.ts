import { relative, sep } from 'node:path';
import type { FSWatcher } from 'chokidar';

/** Changes of the sources, from the moment it was called. */
export interface SourceWatch {
  /** Looks at the files soon, and at what was written since they were read. */
  begin(): void;
  /** Calls back for each burst of changes, also one that came before; never twice at a time. */
  follow(onChange: (changed: ReadonlySet<string>) => Promise<void>): void;
  close(): Promise<void>;
}

export interface WatchOptions {
  /** Absolute. */
  readonly root: string;
  /** An absolute folder among the sources that holds none. */
  readonly out: string;
  /** Folders and files to watch, relative to the root. */
  readonly sources: readonly string[];
  /** When they were read, as `Date.now()` has it: what was written since is a change. */
  readonly since: number;
}

/** Looking at every file takes longer than the first page, which goes first; so does not who waits for none. */
const PATIENCE_MS = 3000;

/** A page that is being sent goes before the look at every file. */
const SENDING_MS = 200;

/** Changes within this time are taken as one: editors save in several steps. */
const QUIET_MS = 15;

export function watchSources({ root, out, sources, since }: WatchOptions): SourceWatch {
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  let listener: ((changed: ReadonlySet<string>) => Promise<void>) | undefined;
  let watcher: FSWatcher | undefined;
  let opening: Promise<void> | undefined;
  let isClosed = false;
  let hasBegun = false;
  const schedule = () => {
    if (listener === undefined || changed.size === 0) return;
    clearTimeout(timer);
    timer = setTimeout(run, QUIET_MS);
  };
  const run = () => {
    running = running.then(async () => {
      const taken = new Set(changed);
      changed.clear();
      if (taken.size > 0) await listener?.(taken);
    });
  };
  let start = setTimeout(look, PATIENCE_MS);
  const open = async () => {
    const { watch } = await import('chokidar');
    if (isClosed) return;
    let isReady = false;
    watcher = watch([...new Set(sources)], {
      cwd: root,
      atomic: false,
      alwaysStat: true,
      // Beside an output folder lies what a build works with: its name and a dot begin their names.
      ignored: (path) => path === out || path.startsWith(`${out}.`) || IGNORED.test(path.slice(root.length)),
    });
    watcher.on('ready', () => {
      isReady = true;
    });
    watcher.on('all', (event, path, stats) => {
      if (event === 'addDir' || event === 'unlinkDir') return;
      if (!isReady && (stats?.mtimeMs ?? 0) < since) return;
      changed.add(relative(root, `${root}${sep}${path}`).replaceAll('\\', '/'));
      schedule();
    });
  };
  return {
    begin() {
      if (hasBegun) return;
      hasBegun = true;
      clearTimeout(start);
      if (!isClosed) start = setTimeout(look, SENDING_MS);
    },
    follow(onChange) {
      listener = onChange;
      schedule();
    },
    async close() {
      clearTimeout(timer);
      isClosed = true;
      clearTimeout(start);
      await opening;
      await watcher?.close();
      await running;
    },
  };

  function look(): void {
    opening ??= open();
  }
}

const IGNORED = /[\\/](?:node_modules|\.git|dist|_site[^\\/]*)(?:[\\/]|$)/;
