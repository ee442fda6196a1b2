/** Chromium: a browser of the machine that draws what a build or a comparison needs. The only door to Playwright. */
export { type Chromium, findChromium, launchChromium, NoBrowserError } from './launch.ts';
