/**
 * Navigation: the pages come in, and what stands around each of them goes out: the tree of its language and version,
 * the way down to it, the pages before and after it, its other versions and languages. Looked up, never copied into
 * pages; how it looks is left to `compose`.
 */
export { buildNavigation, type NavigationInput } from './build-navigation.ts';
export type { Alternate, Navigation, NavigationNode } from './types.ts';
