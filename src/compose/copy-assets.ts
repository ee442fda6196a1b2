import { lstat, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Corpus } from '../load/index.ts';
import type { OutputFolder } from '../output/index.ts';

/**
 * Copies the site's own files as they are, and pictures once more under the name with a hash that pages show them by:
 * links from elsewhere go by the plain one. Only regular files inside the root are taken, whatever a link says.
 */
export async function copyAssets(
  { assets, images }: Pick<Corpus, 'assets' | 'images'>,
  root: string,
  folder: OutputFolder,
): Promise<number> {
  const realRoot = await realpath(root);
  let count = 0;
  for (const asset of assets) {
    const from = join(realRoot, asset);
    if (!(await isRegularInside(from, realRoot))) continue;
    const image = images.get(asset);
    for (const name of image === undefined ? [asset] : [asset, image.output]) {
      await folder.copy(from, name);
      count += 1;
    }
  }
  return count;
}

async function isRegularInside(file: string, realRoot: string): Promise<boolean> {
  const stats = await lstat(file);
  return stats.isFile() && (await realpath(file)).startsWith(`${realRoot}${sep}`);
}
