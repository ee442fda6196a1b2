/**
 * Search: the pages of a site come in; out go files below `search/`, one index for each version and language, by
 * Pagefind. Readers load them when they first search. The dialog and the program in the browser are files of the theme
 * (`search-dialog.js`, `search-engine.js`).
 */
export { listSearchGroups } from './list-groups.ts';
export { type Indexer, openIndexer } from './pagefind.ts';
export type { SearchGroup, SearchRecord, SearchSection } from './types.ts';
export { writeSearch } from './write-search.ts';
