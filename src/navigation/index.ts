/**
 * Navigation: the pages come in, and what stands around each of them goes out: the tree of its language and version,
 * the way down to it, the pages before and after it, its other versions and languages. Looked up, never copied into
 * pages; how it looks is left to `compose`. What frontmatter names beside `children` is looked up here too;
 * `judgeAddresses` and `judgeTracks` report what of it is nowhere.
 */
export { buildNavigation, type NavigationInput } from './build-navigation.ts';
export { isOneProduct, listProducts } from './build-tree.ts';
export { judgeAddresses } from './judge-addresses.ts';
export { judgeSiteLinks } from './judge-site-links.ts';
export { judgeTracks } from './judge-tracks.ts';
export { readList, readMap, readText, readTexts } from './plain-values.ts';
export { createSearchAddresses, type SearchAddresses } from './search-addresses.ts';
export type { Alternate, Guide, Navigation, NavigationNode, Track, TrackStep } from './types.ts';
