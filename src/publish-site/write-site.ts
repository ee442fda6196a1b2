import type { CardPrinter } from '../cards/index.ts';
import type { ComposedSite } from '../compose/index.ts';
import { mergeDiagnostics, type Result } from '../diagnostics/index.ts';
import type { OutputFolder, Staging } from '../output/index.ts';
import type { Indexer, KeptSearch, SearchDrawer, SearchTools } from '../search/index.ts';
import { readTheme, type Theme } from '../theme/index.ts';
import type { Patch, Site } from '../workspace/index.ts';
import { type OpenStamps, openStamps, type SiteStamps } from './open-stamps.ts';

/** What was made searchable, and how long it took. */
export interface SearchFigures {
  readonly pages: number;
  readonly seconds: number;
}

/** An index that was written, with what the next build needs to know of it. */
export interface WrittenSearch extends SearchFigures {
  readonly kept: KeptSearch;
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

/** What a site is written with. */
export interface WriterTools {
  readonly theme: Theme;
  readonly folder: OutputFolder & Pick<Staging, 'keep' | 'remove'>;
  /** What a search index is made with, if there is to be one. */
  readonly search: Omit<SearchTools, 'folder'> | undefined;
  /** What card pictures are made with, if there are to be any. */
  readonly printer?: CardPrinter | undefined;
  /** Whether the next build is to know what files were made of. */
  readonly hasStamps: boolean;
  /** What is known of the last site, if that is still there. */
  readonly last: { readonly stamps: SiteStamps; readonly searched: KeptSearch | undefined } | undefined;
  readonly onPhase?: ((name: 'composing' | 'indexing') => void) | undefined;
  readonly onTrace?: ((text: string) => void) | undefined;
}

/** What was written of a site. */
export interface WrittenSite {
  readonly search: WrittenSearch | undefined;
  readonly stamps: SiteStamps | undefined;
}

/**
 * Writes everything of a site: its pages, what machines read, and with an indexer what its readers search in. What is made of
 * the same as in the last site is not made again.
 */
export async function writeSite(site: Site, tools: WriterTools): Promise<WrittenSite> {
  const { theme, folder, search, printer, hasStamps, last, onPhase, onTrace } = tools;
  onPhase?.('composing');
  const composed = { ...site, hasSearch: search !== undefined, hasCards: printer !== undefined };
  const book = hasStamps ? await openStamps(composed, last?.stamps, folder) : undefined;
  const { composeInto } = await import('../compose/index.ts');
  await composeInto(composed, theme, folder, book, printer);
  const { writeSiteFiles } = await import('../publish/index.ts');
  await writeSiteFiles(site, folder, book);
  if (book !== undefined && last !== undefined)
    onTrace?.(
      `compose: ${book.countKept()} files are made of what they were made of; ${book.listChanged().length} pages are not`,
    );
  if (search === undefined) return { search: undefined, stamps: book?.stamps };
  onPhase?.('indexing');
  const start = performance.now();
  const { countFound } = await import('../search/index.ts');
  const kept =
    (book && last?.searched && (await indexChanged(site, book, last.searched, { ...search, folder }))) ??
    (await indexAll(site, { ...search, folder }));
  const seconds = (performance.now() - start) / 1000;
  return { search: { kept, pages: countFound(kept), seconds }, stamps: book?.stamps };
}

async function indexAll(site: Site, tools: SearchTools): Promise<KeptSearch> {
  const { listCatalogs, writeSearch } = await import('../search/index.ts');
  return writeSearch(listCatalogs(site), tools);
}

/** Undefined where all of the site has to be indexed, or nearly so. */
async function indexChanged(
  site: Site,
  book: OpenStamps,
  last: KeptSearch,
  { drawer, folder, ...tools }: SearchTools & Pick<WriterTools, 'folder'>,
): Promise<KeptSearch | undefined> {
  const pages = book.listChanged();
  if (drawer === undefined || pages.length > site.pages.length / 2) return undefined;
  const { listCatalogs, refreshSearch } = await import('../search/index.ts');
  const searched = listCatalogs(site).filter(({ articles }) => articles.size > 0);
  if (searched.map(({ language }) => language).join() !== last.map(({ language }) => language).join())
    return undefined;
  // An article's other versions are found by the texts that are kept of them.
  const changed = { catalogs: listCatalogs({ ...site, pages }), pages, gone: book.listGone() };
  const kept = await refreshSearch(changed, last, { ...tools, drawer, folder });
  if (kept !== undefined) folder.keep('search/');
  return kept;
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
export async function takeNotes(
  site: Pick<ComposedSite, 'pages' | 'redirects' | 'changes'>,
): Promise<WriterNotes> {
  const { listTaken } = await import('../compose/index.ts');
  const { listMarkdownFolders } = await import('../publish/index.ts');
  const taken = listTaken(site);
  const changed = [...site.changes.pages, ...site.changes.releases].map(({ output }) => output);
  return {
    taken: new Set(changed.filter((output) => taken.has(output))),
    markdownFolders: listMarkdownFolders(site),
  };
}

/** What pages that were rebuilt are written with. */
export interface PatchTools {
  readonly theme: Theme;
  readonly folder: OutputFolder & Pick<Staging, 'readLast' | 'remove'>;
  /** Whether the site has a search. */
  readonly hasSearch: boolean;
  /** What card pictures are made with, if it has any. */
  readonly printer: CardPrinter | undefined;
}

/** Writes the pages that were rebuilt, what stands beside each of them, and lists that show what is seen of them. */
export async function writePatch(
  { site, isSeen }: Pick<Patch<unknown>, 'site' | 'isSeen'>,
  kept: WriterNotes,
  { theme, folder, hasSearch, printer }: PatchTools,
): Promise<void> {
  const { composePages } = await import('./needed-for-part.ts');
  const { formatLlms, listMarkdownFiles, refreshPages } = await import('../publish/index.ts');
  await composePages(
    { ...site, hasSearch, hasCards: printer !== undefined },
    kept.taken,
    theme,
    folder,
    printer,
  );
  const listed = folder.readLast('pages.json');
  const refreshed = refreshPages(listed, site);
  // It is large: to write what stays takes as long as all the pages of an article.
  if (refreshed !== listed) await folder.write('pages.json', refreshed);
  if (isSeen) await folder.write('llms.txt', formatLlms(site));
  for (const { output, render } of listMarkdownFiles(site, kept.markdownFolders))
    await folder.write(output, render());
}

/** Indexes the pages that were rebuilt. Undefined where all of the site has to be indexed. */
export async function refreshIndex(
  { site }: Pick<Patch<unknown>, 'site'>,
  kept: KeptSearch,
  tools: { readonly indexer: Indexer; readonly drawer: SearchDrawer; readonly folder: PatchTools['folder'] },
): Promise<Omit<WrittenSearch, 'seconds'> | undefined> {
  const { countFound, listCatalogs, refreshSearch } = await import('../search/index.ts');
  const changed = { catalogs: listCatalogs(site), pages: site.pages, gone: [] };
  const fresh = await refreshSearch(changed, kept, tools);
  if (fresh === undefined) return undefined;
  return { kept: fresh, pages: countFound(fresh) };
}
