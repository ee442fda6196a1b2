/** Chromium: a browser of the machine that draws what a build or a comparison needs. The only door to Playwright, and to what it drew before. */
export { type Chromium, findChromium, launchChromium, NoBrowserError } from './launch.ts';
export { type Drawer, type DrawerOptions, openDrawer } from './open-drawer.ts';
