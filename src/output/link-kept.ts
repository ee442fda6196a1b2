import { chmodSync, linkSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path/posix';

/**
 * Gives files of one folder a second name in another, where nothing has these names. No byte is copied. Folders get the mode
 * that they have in the first one.
 *
 * @param names relative, with `/`
 * @returns false where the disk or the rights of this process allow no second names
 */
export function linkKept(from: string, to: string, names: Iterable<string>): boolean {
  const seen = new Set(['.']);
  /** Of folders that are made here. */
  let usual: number | undefined;
  try {
    for (const name of names) {
      makeFolder(dirname(name));
      linkSync(`${from}/${name}`, `${to}/${name}`);
    }
    return true;
  } catch (error) {
    if (NO_LINKS.has((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw error;
  }

  function makeFolder(folder: string): void {
    if (seen.has(folder)) return;
    makeFolder(dirname(folder));
    seen.add(folder);
    const made = `${to}/${folder}`;
    try {
      mkdirSync(made);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    usual ??= readMode(made);
    const mode = readMode(`${from}/${folder}`);
    if (mode !== usual) chmodSync(made, mode | 0o700);
  }
}

function readMode(folder: string): number {
  return statSync(folder).mode & 0o7777;
}

/** Disks without hard links, files of another user (Linux protects them), other disks mounted below, too many names. */
const NO_LINKS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EXDEV', 'EMLINK']);
