import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { listSiteFiles } from './list-site-files.ts';
import type { PublishedSite } from './types.ts';

/** Open at once; enough to keep the disk busy, far below any limit on open files. */
const BATCH = 64;

/** Writes what machines read beside the pages. */
export async function writeSiteFiles(site: PublishedSite, dir: string): Promise<void> {
  const files = listSiteFiles(site);
  for (const folder of new Set(files.map(({ output }) => dirname(output)))) {
    await mkdir(join(dir, folder), { recursive: true });
  }
  for (let start = 0; start < files.length; start += BATCH) {
    const batch = files.slice(start, start + BATCH);
    await Promise.all(batch.map(({ output, render }) => writeFile(join(dir, output), render())));
  }
}
