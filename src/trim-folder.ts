import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A file half written that is older belongs to a process that was killed. Milliseconds. */
const ABANDONED = 60 * 60 * 1000;

export interface TrimOptions {
  /** Bytes that the files may take together. */
  readonly limit: number;
  /** How names of files end that are half written. */
  readonly draft: string;
  /** How names of files end that may go; all others stay if it is there. */
  readonly suffix?: string;
}

/**
 * Removes the files of a folder that were used longest ago, as the times of their last change tell it, until the others keep to a
 * limit, and those that a killed process left half written. Other processes may use the folder meanwhile.
 *
 * @throws where the folder cannot be listed, or a file of it cannot be removed
 */
export async function trimFolder(dir: string, { limit, draft, suffix = '' }: TrimOptions): Promise<void> {
  const found = await Promise.all((await readdir(dir)).map((name) => measure(join(dir, name))));
  let size = 0;
  for (const { file, used, bytes } of found.sort((one, other) => other.used - one.used)) {
    const isDraft = file.endsWith(draft);
    if (!isDraft && !file.endsWith(suffix)) continue;
    if (!isDraft) size += bytes;
    if (isDraft ? used < Date.now() - ABANDONED : size > limit) await rm(file, { force: true });
  }
}

/** A file that another process has just removed takes no place. */
async function measure(file: string): Promise<{ file: string; used: number; bytes: number }> {
  const found = await stat(file).catch(() => undefined);
  return { file, used: found?.mtimeMs ?? 0, bytes: found?.size ?? 0 };
}
