import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * One text for each state of some folders: names, sizes and times of all files. Looking costs some milliseconds for a thousand files,
 * and needs nothing that watches.
 */
export async function readStamp(root: string, folders: readonly string[]): Promise<string> {
  const sum = createHash('sha256');
  const names = await Promise.all(folders.map((folder) => listNames(join(root, folder))));
  const files = [...new Set(names.flat())].sort();
  const states = await Promise.all(
    files.map((file) =>
      stat(file).then(
        ({ mtimeMs, size }) => `${file} ${mtimeMs} ${size}`,
        () => file,
      ),
    ),
  );
  for (const state of states) sum.update(`${state}\n`);
  return sum.digest('base64url').slice(0, 16);
}

async function listNames(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => !entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name));
}
