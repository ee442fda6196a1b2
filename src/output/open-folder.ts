import { closeSync, constants, copyFileSync, mkdirSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { holdsContent, isSameFile } from './compare.ts';
import type { LastSite } from './read-last-site.ts';
import type { OutputFolder } from './types.ts';

/**
 * Opens a folder for writing.
 *
 * @param last what is published now; nothing if absent
 * @param onKeep is told the name of each file that stays as it is
 */
export function openFolder(
  dir: string,
  last?: LastSite,
  onKeep: (name: string) => void = () => {},
): OutputFolder {
  const made = new Set(['.']);
  return { dir, keep, write, copy };

  function keep(name: string, content: string | Uint8Array): boolean {
    return keepIf(name, (file) => holdsContent(file, content));
  }

  function write(name: string, content: string | Uint8Array | Iterable<string>): void {
    if (typeof content !== 'string' && !(content instanceof Uint8Array)) writeStretches(name, content);
    else if (!keep(name, content)) writeFileSync(makeRoom(name), content);
  }

  /** What comes in stretches is compared when it is there: it may be larger than memory. */
  function writeStretches(name: string, stretches: Iterable<string>): void {
    const file = makeRoom(name);
    const handle = openSync(file, 'w');
    try {
      for (const stretch of stretches) writeFileSync(handle, stretch);
    } finally {
      closeSync(handle);
    }
    if (keepSame(file, name)) rmSync(file);
  }

  function copy(from: string, name: string): void {
    if (!keepSame(from, name)) copyFileSync(from, makeRoom(name), constants.COPYFILE_FICLONE);
  }

  function keepSame(file: string, name: string): boolean {
    return keepIf(name, (published) => isSameFile(file, published));
  }

  function keepIf(name: string, isSame: (published: string) => boolean): boolean {
    const isKept = last?.files.has(name) === true && isSame(join(last.dir, name));
    if (isKept) onKeep(name);
    return isKept;
  }

  /** The path of a file whose folder is there. */
  function makeRoom(name: string): string {
    makeFolder(dirname(name));
    return join(dir, name);
  }

  /** One after the other: `recursive` asks the disk about every folder above, for every file. */
  function makeFolder(folder: string): void {
    if (made.has(folder)) return;
    makeFolder(dirname(folder));
    made.add(folder);
    try {
      mkdirSync(join(dir, folder));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}
