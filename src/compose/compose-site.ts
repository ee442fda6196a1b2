import type { OutputFolder } from '../output/index.ts';
import type { Theme } from '../theme/index.ts';
import { copyAssets } from './copy-assets.ts';
import { listFiles, listPageFiles } from './list-files.ts';
import type { ComposedSite, PartOfSite, StampBook } from './types.ts';
import { writeFiles } from './write-files.ts';

/**
 * Writes the whole site into a folder, but for what the last site has just so, and returns how many files it has.
 *
 * @param book knows which files need not be made; all are made, and compared, if absent
 */
export async function composeInto(
  site: ComposedSite,
  theme: Theme,
  folder: OutputFolder,
  book?: StampBook,
): Promise<number> {
  const files = listFiles(site, theme);
  await writeFiles(files, folder, book);
  const copied = await copyAssets(site.corpus, site.config.root, folder);
  return files.length + copied;
}

/**
 * Writes some pages of a site into a folder, and what changed in them; see `listPageFiles`. The rest of the site is as it
 * was.
 */
export async function composePages(
  site: PartOfSite,
  taken: ReadonlySet<string>,
  theme: Theme,
  folder: OutputFolder,
): Promise<void> {
  await writeFiles(listPageFiles(site, theme, taken), folder);
}
