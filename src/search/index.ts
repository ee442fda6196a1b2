/**
 * Search: the pages of a site come in; out go files below `search/`: for each language a few indexes by Pagefind that hold each
 * distinct text once, and for each version what of them it has. Readers load them when they first search. The dialog and
 * the program in the browser are files of the theme (`search-dialog.js`, `search-engine.js`).
 */
export { type CutText, createWordNamer } from './format-record.ts';
export { listCatalogs } from './list-catalogs.ts';
export { loadCutter } from './load-cutter.ts';
export { type Indexer, openIndexer } from './pagefind.ts';
export { type ChangedPages, refreshSearch } from './refresh-search.ts';
export type { KeptSearch, KeptTexts, SearchDrawer } from './types.ts';
export { countFound, type SearchTools, writeSearch } from './write-search.ts';
