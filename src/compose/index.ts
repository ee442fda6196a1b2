/**
 * Compose: from the pages of a site, its navigation and its redirects to files. In goes a `ComposedSite` and an empty
 * folder; out come the pages, a stub for each redirect, `index.html`, `404.html`, the theme's files and the site's
 * assets. Eleventy renders and writes; the layouts stand in `site/`. It judges nothing (`check` does) and leaves
 * redirect lists, sitemap and search index, and the move to the published folder, to `publish`.
 */
export { composeAnew, composeInto, composePages } from './compose-site.ts';
export { configureEleventy, findInputFolder } from './configure-eleventy.ts';
export { copyAssets } from './copy-assets.ts';
export { createStamper } from './create-stamper.ts';
export { findShowing } from './find-showing.ts';
export { type CardFile, listCards } from './list-cards.ts';
export { createViewer, listFiles, listPageFiles, listTaken } from './list-files.ts';
export { listFrames } from './list-frames.ts';
export { stampFrame } from './stamp-frame.ts';
export { createTextStamper } from './stamp-view.ts';
export type { ComposedFile, ComposedSite, PartOfSite, StampBook, Stamps } from './types.ts';
export { pageWriter } from './write-files.ts';
