import type { Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
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

/**
 * The watcher leaves out what happens to a file within 50 ms of its last change, as when a formatter writes what an editor has just
 * saved: each changed file is looked at once more.
 */
const DEAF_MS = 60;

/** Where a folder is missing, the watcher says that it is ready before it has told of what it finds in the others: it has when it is silent. */
const SILENT_MS = 1000;

export function watchSources({ root, out, sources, since }: WatchOptions): SourceWatch {
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  let listener: ((changed: ReadonlySet<string>) => Promise<void>) | undefined;
  let watcher: FSWatcher | undefined;
  let opening: Promise<void> | undefined;
  let isClosed = false;
  let hasBegun = false;
  const looks = new Map<string, NodeJS.Timeout>();
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
  const note = (file: string, seen: string) => {
    changed.add(file);
    schedule();
    clearTimeout(looks.get(file));
    looks.set(
      file,
      setTimeout(async () => {
        looks.delete(file);
        const now = describeState(await stat(join(root, file)).catch(() => undefined));
        if (now !== seen && !isClosed) note(file, now);
      }, DEAF_MS),
    );
  };
  let start = setTimeout(look, PATIENCE_MS);
  const open = async () => {
    const { watch } = await import('chokidar');
    if (isClosed) return;
    let foundAt = Number.POSITIVE_INFINITY;
    watcher = watch([...new Set(sources)], {
      cwd: root,
      atomic: false,
      alwaysStat: true,
      // Beside an output folder lies what a build works with: its name and a dot begin their names.
      ignored: (path) => path === out || path.startsWith(`${out}.`) || IGNORED.test(path.slice(root.length)),
    });
    watcher.on('ready', () => {
      foundAt = performance.now();
    });
    watcher.on('all', (event, path, stats) => {
      if (event === 'addDir' || event === 'unlinkDir') return;
      const now = performance.now();
      if (event === 'add' && now < foundAt + SILENT_MS && findLastTime(stats) < since) {
        foundAt = Math.max(foundAt, now);
        return;
      }
      note(relative(root, `${root}${sep}${path}`).replaceAll('\\', '/'), describeState(stats));
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
      for (const timer of looks.values()) clearTimeout(timer);
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

/** When a file was last written, or moved to where it is. */
function findLastTime(stats: Stats | undefined): number {
  return Math.max(stats?.mtimeMs ?? 0, stats?.ctimeMs ?? 0);
}

/** What is another one after each change of a file. */
function describeState(stats: Stats | undefined): string {
  return stats === undefined ? 'gone' : `${stats.mtimeMs} ${stats.size} ${stats.ino}`;
}
