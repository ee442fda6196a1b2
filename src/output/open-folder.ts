import {
  chmodSync,
  closeSync,
  constants,
  copyFileSync,
  mkdirSync,
  openSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { holdsContent, isSameFile } from './compare.ts';
import type { LastSite } from './read-last-site.ts';
import type { Content, FileWriter, OutputContent, OutputFolder, WholeOutput, WriteFiles } from './types.ts';

/** Files that a writer gets at once: a run of Eleventy begins with work that is the same for one page and for hundreds. */
const RUN_SIZE = 300;

/** Characters or bytes after which a run ends earlier, for a writer may keep what it writes until it has written all of it. */
const RUN_LENGTH = 16 * 1024 * 1024;

/** Files that wait for their writer. */
interface OpenRun {
  readonly files: WholeOutput[];
  length: number;
}

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
  let mode: number | undefined;
  const runs = new Map<FileWriter, OpenRun>();
  return { dir, write, copy, flush };

  async function write(name: string, content: Content, writer?: FileWriter): Promise<void> {
    if (!isWhole(content)) writeStretches(name, content);
    else if (keepIf(name, (file) => holdsContent(file, content))) return;
    else if (writer === undefined) writeFileSync(makeRoom(name), content);
    else await addToRun(writer, { output: name, content });
  }

  async function addToRun(writer: FileWriter, file: WholeOutput): Promise<void> {
    // It is loaded while others are compared. Where that fails, the end of the run says so.
    if (!runs.has(writer)) import(writer).catch(() => {});
    const run = runs.get(writer) ?? { files: [], length: 0 };
    runs.set(writer, run);
    run.files.push(file);
    run.length += file.content.length;
    if (run.files.length >= RUN_SIZE || run.length >= RUN_LENGTH) await endRun(writer);
  }

  async function endRun(writer: FileWriter): Promise<void> {
    const { files } = runs.get(writer) ?? { files: [] };
    runs.delete(writer);
    const { writePages }: { readonly writePages: WriteFiles } = await import(writer);
    await writePages(files, dir);
  }

  async function flush(): Promise<void> {
    for (const writer of runs.keys()) await endRun(writer);
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

  async function copy(from: string, name: string): Promise<void> {
    if (!keepSame(from, name)) copyAs(from, makeRoom(name));
  }

  /** A copy has the mode of any file that is made here: a picture that only its author may read is published for everybody. */
  function copyAs(from: string, file: string): void {
    writeFileSync(file, '');
    mode ??= statSync(file).mode & 0o777;
    copyFileSync(from, file, constants.COPYFILE_FICLONE);
    if ((statSync(file).mode & 0o777) !== mode) chmodSync(file, mode);
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

/** Whether a content is there at once, not in stretches. */
export function isWhole(content: Content): content is OutputContent {
  return typeof content === 'string' || content instanceof Uint8Array;
}
