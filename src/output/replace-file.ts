import { randomUUID } from 'node:crypto';
import { chmod, lstat, open, realpath, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Of a file that was not there. */
const MODE = 0o644;

/**
 * Writes a file beside its place first, so that it is there before or after, and never in part. Keeps the rights that the file
 * had; where its name is a link, the file is replaced that the link leads to.
 */
export async function replaceFile(file: string, text: string): Promise<void> {
  const target = await realpath(file).catch(() => file);
  const mode = (await lstat(target).catch(() => undefined))?.mode ?? MODE;
  const temporary = join(dirname(target), `.decant-${randomUUID()}`);
  try {
    const handle = await open(temporary, 'wx', mode & 0o777);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await chmod(temporary, mode & 0o777);
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
