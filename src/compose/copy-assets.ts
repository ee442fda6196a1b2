import { statSync } from 'node:fs';
import { findSource } from '../config/index.ts';
import type { Corpus } from '../load/index.ts';
import type { OutputFolder } from '../output/index.ts';

/**
 * Copies the site's own files as they are, and pictures once more under the name with a hash that pages show them by:
 * links from elsewhere go by the plain one. Only regular files among the sources are taken, whatever a link says.
 */
export async function copyAssets(
  { assets, images }: Pick<Corpus, 'assets' | 'images'>,
  root: string,
  folder: OutputFolder,
): Promise<number> {
  let count = 0;
  for (const asset of assets) {
    const from = findSource(root, asset);
    if (from === undefined || !statSync(from).isFile()) continue;
    const image = images.get(asset);
    for (const name of image === undefined ? [asset] : [asset, image.output]) {
      await folder.copy(from, name);
      count += 1;
    }
  }
  return count;
}
