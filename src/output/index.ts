/**
 * Output: the one door out. A folder that is filled with the files of a site, and what the site published before has in
 * their place: a file that has not changed is not written again. Comparing and writing is the work of a thread. What the
 * files are is left to `compose` and `publish`.
 */
export { isSameFile } from './compare.ts';
export { openFolder } from './open-folder.ts';
export { type LastSite, readLastSite } from './read-last-site.ts';
export { signFiles, stampFile } from './sign-files.ts';
export { openThread } from './thread/open-thread.ts';
export type { OutputFolder, TextFile, WriteFiles } from './types.ts';
