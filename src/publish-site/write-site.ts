import { mergeDiagnostics, type Result } from '../diagnostics/index.ts';
import type { OutputFolder, Staging } from '../output/index.ts';
import type { Indexer } from '../search/index.ts';
import { readTheme, type Theme } from '../theme/index.ts';
import type { Patch, Site } from '../workspace/index.ts';

/** What was made searchable, and how long it took. */
export interface SearchFigures {
  readonly pages: number;
  readonly seconds: number;
}

/** What the next build needs to know to write pages of a site without the others. */
export interface WriterNotes {
  /** Files at whose place no page about a change can stand, since something else does. */
  readonly taken: ReadonlySet<string>;
  /** Folders with a name like that of a Markdown file. */
  readonly markdownFolders: ReadonlySet<string>;
}

/** What a search index is made with, if there is to be one; a warning where it cannot be made. */
export async function openSearch(isWanted: boolean): Promise<Result<Indexer | undefined>> {
  if (!isWanted) return { value: undefined, diagnostics: [] };
  const { openIndexer } = await import('../search/index.ts');
  return openIndexer();
}

/** Writes everything of a site: its pages, what machines read, and with an indexer what its readers search in. */
export async function writeSite(
  site: Site,
  theme: Theme,
  folder: OutputFolder,
  indexer: Indexer | undefined,
  onPhase: (name: 'composing' | 'indexing') => void = () => {},
): Promise<SearchFigures | undefined> {
  onPhase('composing');
  const { composeInto } = await import('../compose/index.ts');
  await composeInto({ ...site, hasSearch: indexer !== undefined }, theme, folder);
  const { writeSiteFiles } = await import('../publish/index.ts');
  await writeSiteFiles(site, folder);
  if (indexer === undefined) return undefined;
  onPhase('indexing');
  const start = performance.now();
  const { listSearchGroups, writeSearch } = await import('../search/index.ts');
  const pages = await writeSearch(listSearchGroups(site), indexer, folder);
  return { pages, seconds: (performance.now() - start) / 1000 };
}

/** Writes the pages of a site and the theme's files into a folder. Loads the templates when somebody calls it first. */
export async function composeSite(
  site: Site & { readonly hasSearch?: boolean },
  folder: OutputFolder,
): Promise<Result<number>> {
  const theme = await readTheme(site.config);
  const compose = await import('../compose/index.ts');
  const value = await compose.composeInto(site, theme.value, folder);
  return { value, diagnostics: mergeDiagnostics(theme.diagnostics) };
}

/** What to keep of a site for a later `writePatch`. */
export async function takeNotes(site: Site): Promise<WriterNotes> {
  const { listTaken } = await import('../compose/index.ts');
  const { listMarkdownFolders } = await import('../publish/index.ts');
  const taken = listTaken(site);
  const changed = site.changes.pages.map(({ output }) => output);
  return {
    taken: new Set(changed.filter((output) => taken.has(output))),
    markdownFolders: listMarkdownFolders(site),
  };
}

/** Writes the pages that were rebuilt, and what stands beside each of them. */
export async function writePatch(
  { site, outline: { kept } }: Patch<WriterNotes>,
  theme: Theme,
  folder: OutputFolder & Pick<Staging, 'readLast'>,
): Promise<void> {
  const { composePages } = await import('../compose/index.ts');
  const { listMarkdownFiles, refreshPages } = await import('../publish/index.ts');
  await composePages(site, kept.taken, theme, folder);
  await folder.write('pages.json', refreshPages(folder.readLast('pages.json'), site));
  for (const { output, render } of listMarkdownFiles(site, kept.markdownFolders))
    await folder.write(output, render());
}
