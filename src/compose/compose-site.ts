import type { Result } from '../diagnostics/index.ts';
import { readTheme } from '../theme/index.ts';
import { copyAssets } from './copy-assets.ts';
import { listFiles } from './list-files.ts';
import type { ComposedSite } from './types.ts';
import { writeFiles } from './write-files.ts';

/** Writes the whole site into an empty folder and returns how many files it has. */
export async function composeSite(site: ComposedSite, outDir: string): Promise<Result<number>> {
  const files = listFiles(site, (await readTheme(site.config)).value);
  await writeFiles(files, outDir);
  const copied = await copyAssets(site.corpus, site.config.root, outDir);
  return { value: files.length + copied, diagnostics: [] };
}
