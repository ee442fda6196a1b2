import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { trimFolder } from '../trim-folder.ts';
import { noteOnce } from './note-once.ts';
import type { Note, PackStore } from './types.ts';

export interface FolderOptions {
  /** Bytes. What was used longest ago goes first. */
  readonly limit: number;
  /** Reads only: leaves every file as it is. */
  readonly isReadOnly: boolean;
}

/** Bytes of a folder for which nobody names a limit. */
export const DEFAULT_LIMIT = 1024 ** 3;

/** A folder takes what it keeps in stretches, too, so that nobody has to put them together in memory. */
export interface FolderStore extends PackStore {
  /** Marks a pack as used now; false where there is none. */
  touch(name: string): Promise<boolean>;
  write(name: string, ...stretches: readonly Buffer[]): Promise<void>;
}

const SUFFIX = '.pack';
const DRAFT = '.draft';

/**
 * Packs as files of one folder. Several builds may use it at once: a file appears whole, by rename. Whatever goes wrong
 * with the disk, the folder only remembers less.
 */
export function openCacheFolder(dir: string, { limit, isReadOnly }: FolderOptions, note: Note): FolderStore {
  let written = 0;
  const noteFailure = noteOnce(note);
  return {
    naming: 'folder',
    isReadOnly,
    isEmpty: listPacks(dir).length === 0,
    async read(name) {
      const file = locatePack(dir, name);
      try {
        const pack = readFileSync(file);
        if (!isReadOnly) await touch(file);
        return pack;
      } catch {
        return undefined;
      }
    },
    async touch(name) {
      const file = locatePack(dir, name);
      if (!existsSync(file)) return false;
      if (!isReadOnly) await touch(file);
      return true;
    },
    async write(name, ...stretches) {
      const size = stretches.reduce((sum, { length }) => sum + length, 0);
      if (isReadOnly || size > limit) return;
      written += 1;
      const draft = join(dir, `${name}.${process.pid}.${written}${DRAFT}`);
      try {
        await mkdir(dir, { recursive: true });
        await writeFile(draft, stretches);
        await rename(draft, locatePack(dir, name));
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        noteFailure(`Nothing can be written to the cache folder ${dir} (${code}).`);
        await rm(draft, { force: true }).catch(() => {});
      }
    },
    async tidy() {
      if (written > 0) await trimFolder(dir, { limit, draft: DRAFT, suffix: SUFFIX }).catch(() => {});
    },
  };
}

/** The file of a pack, whether it is there or not. */
export function locatePack(dir: string, name: string): string {
  return join(dir, `${name}${SUFFIX}`);
}

function listPacks(dir: string): readonly string[] {
  try {
    return readdirSync(dir).filter((name) => name.endsWith(SUFFIX));
  } catch {
    return [];
  }
}

/** The time of a file is that of its last use. */
async function touch(file: string): Promise<void> {
  const now = new Date();
  await utimes(file, now, now).catch(() => {});
}
