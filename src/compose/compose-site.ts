import type { Result } from '../diagnostics/index.ts';
import type { OutputFolder } from '../output/index.ts';
import { readTheme } from '../theme/index.ts';
import { copyAssets } from './copy-assets.ts';
import { listFiles, listPageFiles } from './list-files.ts';
import type { ComposedSite, PartOfSite } from './types.ts';
import { writeFiles } from './write-files.ts';

/** Writes the whole site into a folder, but for what the last site has just so, and returns how many files it has. */
export async function composeSite(site: ComposedSite, folder: OutputFolder): Promise<Result<number>> {
  const files = listFiles(site, (await readTheme(site.config)).value);
  await writeFiles(files, folder);
  const copied = await copyAssets(site.corpus, site.config.root, folder);
  return { value: files.length + copied, diagnostics: [] };
}

/**
 * Writes some pages of a site into a folder, and what changed in them; see `listPageFiles`. The rest of the site is as it
 * was.
 */
export async function composePages(
  site: PartOfSite,
  taken: ReadonlySet<string>,
  folder: OutputFolder,
): Promise<void> {
  await writeFiles(listPageFiles(site, (await readTheme(site.config)).value, taken), folder);
}
