import { mkdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { trimFolder } from '../trim-folder.ts';

/** Where drawings are kept for other processes. */
export interface DrawerOptions {
  /** Nothing is kept if absent. */
  readonly dir?: string | undefined;
  /** Leaves the folder as it is. */
  readonly isReadOnly?: boolean | undefined;
  /** Bytes that the folder may take; what was used longest ago goes first. */
  readonly limit?: number | undefined;
}

/** Files of a folder. What cannot be kept is drawn again, so nothing fails. */
export interface Drawer {
  read(name: string): Promise<Buffer | undefined>;
  /** Whether it is there now. */
  write(name: string, bytes: string | Uint8Array): Promise<boolean>;
  /** Makes room, after the last write. */
  tidy(): Promise<void>;
}

const DRAFT = '.draft';
const DEFAULT_LIMIT = 256 * 1024 ** 2;

/** Opens a folder that several builds may use at once: a file appears whole, by rename. */
export function openDrawer({ dir, isReadOnly = false, limit = DEFAULT_LIMIT }: DrawerOptions): Drawer {
  let written = 0;
  return {
    async read(name) {
      if (dir === undefined) return undefined;
      const file = join(dir, name);
      const bytes = await readFile(file).catch(() => undefined);
      const now = new Date();
      if (bytes !== undefined && !isReadOnly) await utimes(file, now, now).catch(() => {});
      return bytes;
    },
    async write(name, bytes) {
      if (dir === undefined || isReadOnly) return false;
      const file = join(dir, name);
      const draft = `${file}.${process.pid}${DRAFT}`;
      try {
        await mkdir(dir, { recursive: true });
        await writeFile(draft, bytes);
        await rename(draft, file);
        written += 1;
        return true;
      } catch {
        // A full or closed folder is told of by the cache of renderings.
        await rm(draft, { force: true }).catch(() => {});
        return false;
      }
    },
    async tidy() {
      if (dir !== undefined && written > 0) await trimFolder(dir, { limit, draft: DRAFT }).catch(() => {});
    },
  };
}
