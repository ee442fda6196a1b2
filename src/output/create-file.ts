import { mkdir, realpath, writeFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { OutputError } from './staging.ts';

/**
 * Writes a file that is not there yet, and the folders above it.
 *
 * @throws OutputError where something has its name, or a link leads out of the root
 */
export async function createFile(root: string, file: string, text: string): Promise<void> {
  const target = join(root, file);
  await mkdir(dirname(target), { recursive: true });
  const folder = relative(await realpath(root), await realpath(dirname(target)));
  // To another drive of Windows no relative path leads.
  if (folder.split(sep)[0] === '..' || isAbsolute(folder))
    throw new OutputError(`'${file}' would be written outside the folder, because a link leads there.`);
  try {
    await writeFile(target, text, { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new OutputError(`'${file}' already exists and is not overwritten.`);
  }
}
