import type { Result } from './diagnostics/index.ts';
import type { OutputFolder, Staging } from './output/index.ts';
import type { Patch } from './patch/index.ts';
import type { Indexer } from './search/index.ts';
import type { Site } from './workspace/index.ts';

/** What was made searchable, and how long it took. */
export interface SearchFigures {
  readonly pages: number;
  readonly seconds: number;
}

/** What a search index is made with, if there is to be one; a warning where it cannot be made. */
export async function openSearch(isWanted: boolean): Promise<Result<Indexer | undefined>> {
  if (!isWanted) return { value: undefined, diagnostics: [] };
  const { openIndexer } = await import('./search/index.ts');
  return openIndexer();
}

/** Writes everything of a site: its pages, what machines read, and with an indexer what its readers search in. */
export async function writeSite(
  site: Site,
  folder: OutputFolder,
  indexer: Indexer | undefined,
  onPhase: (name: 'composing' | 'indexing') => void = () => {},
): Promise<SearchFigures | undefined> {
  onPhase('composing');
  await composeSite({ ...site, hasSearch: indexer !== undefined }, folder);
  const { writeSiteFiles } = await import('./publish/index.ts');
  await writeSiteFiles(site, folder);
  if (indexer === undefined) return undefined;
  onPhase('indexing');
  const start = performance.now();
  const { listSearchGroups, writeSearch } = await import('./search/index.ts');
  const pages = await writeSearch(listSearchGroups(site), indexer, folder);
  return { pages, seconds: (performance.now() - start) / 1000 };
}

/** Writes the pages of a site and the theme's files into a folder. Loads the templates when it is first called. */
export async function composeSite(
  site: Site & { readonly hasSearch?: boolean },
  folder: OutputFolder,
): Promise<Result<number>> {
  const compose = await import('./compose/index.ts');
  return compose.composeSite(site, folder);
}

/** Writes the pages that were made anew, and what stands beside each of them. */
export async function writePatch(
  { site, outline }: Patch,
  folder: OutputFolder & Pick<Staging, 'readLast'>,
): Promise<void> {
  const { composePages } = await import('./compose/index.ts');
  const { listMarkdownFiles, refreshPages } = await import('./publish/index.ts');
  await composePages(site, outline.taken, folder);
  await folder.write('pages.json', refreshPages(folder.readLast('pages.json'), site));
  for (const { output, render } of listMarkdownFiles(site, outline.markdownFolders))
    await folder.write(output, render());
}
