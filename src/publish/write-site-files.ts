import type { StampBook } from '../compose/types.ts';
import type { OutputFolder } from '../output/index.ts';
import { listSiteFiles } from './list-site-files.ts';
import type { PublishedSite } from './types.ts';

/**
 * Writes what machines read beside the pages.
 *
 * @param book knows which files need not be made; all are made if absent
 */
export async function writeSiteFiles(
  site: PublishedSite,
  folder: OutputFolder,
  book?: StampBook,
): Promise<void> {
  for (const { output, render, stamp } of listSiteFiles(site)) {
    if (book?.isKept(output, stamp && (book.find(output) ?? stamp(book)))) continue;
    await folder.write(output, render());
  }
}
