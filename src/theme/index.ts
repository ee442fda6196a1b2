/**
 * Theme: the site file comes in; out go the templates and the published files of the theme, with those in their place
 * that the site keeps in a folder of its own, and what is wrong with that folder. The folder holds code of the site's
 * owner, which runs while the site is built, so it is read only where the site file names it. How pages are put together
 * is left to `compose`.
 */
export { readTheme } from './read-theme.ts';
export type { Theme, ThemeFile } from './types.ts';
