import { copyFile, lstat, mkdir, realpath } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';

/** Copies the site's own files as they are. Only regular files inside the root are taken, whatever a link says. */
export async function copyAssets(assets: Iterable<string>, root: string, outDir: string): Promise<number> {
  const realRoot = await realpath(root);
  let count = 0;
  for (const asset of assets) {
    const from = join(realRoot, asset);
    if (!(await isRegularInside(from, realRoot))) continue;
    const to = join(outDir, asset);
    await mkdir(dirname(to), { recursive: true });
    await copyFile(from, to);
    count += 1;
  }
  return count;
}

async function isRegularInside(file: string, realRoot: string): Promise<boolean> {
  const stats = await lstat(file);
  return stats.isFile() && (await realpath(file)).startsWith(`${realRoot}${sep}`);
}
