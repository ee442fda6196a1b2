import type { OutputFolder } from '../output/index.ts';
import { listSiteFiles } from './list-site-files.ts';
import type { PublishedSite } from './types.ts';

/** Writes what machines read beside the pages. */
export async function writeSiteFiles(site: PublishedSite, folder: OutputFolder): Promise<void> {
  for (const { output, render } of listSiteFiles(site)) await folder.write(output, render());
}
