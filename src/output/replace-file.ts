import { createHash, randomUUID } from 'node:crypto';
import { chmod, lstat, open, readdir, realpath, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isAlive, nameMachine } from './processes.ts';
import type { OutputContent } from './types.ts';

/** Of a file that was not there. */
const MODE = 0o644;

/**
 * Writes a file beside its place first, so that it is there before or after, and never in part. Keeps the rights that the file
 * had; where its name is a link, the file is replaced that the link leads to.
 */
export async function replaceFile(file: string, content: OutputContent): Promise<void> {
  const target = await realpath(file).catch(() => file);
  const mode = (await lstat(target).catch(() => undefined))?.mode ?? MODE;
  const folder = dirname(target);
  await removeDrafts(folder);
  const temporary = join(folder, `${nameDrafts()}${process.pid}-${randomUUID()}`);
  try {
    const handle = await open(temporary, 'wx', mode & 0o777);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await chmod(temporary, mode & 0o777);
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {});
    throw error;
  }
}

/** What a process of this machine left that was killed while it wrote. Others may be writing at this moment. */
async function removeDrafts(folder: string): Promise<void> {
  const prefix = nameDrafts();
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const isLeft = name.startsWith(prefix) && !isAlive(Number.parseInt(name.slice(prefix.length), 10));
    if (isLeft) await rm(join(folder, name), { force: true }).catch(() => {});
  }
}

function nameDrafts(): string {
  return `.decant-${createHash('sha256').update(nameMachine()).digest('hex').slice(0, 12)}-`;
}
