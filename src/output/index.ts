/**
 * Output: the one door out. A folder that is filled with the files of a site, and what the site published before has in
 * their place: a file that has not changed is not written again. Comparing and writing is the work of a thread. A staging
 * folder lies beside the output folder; when it is whole it replaces the last site in one step. Until then, and when
 * anything fails, the last site stays as it was. A folder that was not written here is never replaced. What the files are
 * is left to `compose` and `publish`.
 */
export { isSameFile } from './compare.ts';
export { createFile } from './create-file.ts';
export { openFolder } from './open-folder.ts';
export { readLastSite } from './read-last-site.ts';
export { replaceFile } from './replace-file.ts';
export type { Snapshot } from './snapshot.ts';
export { locateSnapshot, openSnapshotDrawer, type StoredSnapshot } from './snapshot-drawer.ts';
export { OutputError, openStaging, refuseSources, type Staging } from './staging.ts';
export { type IdleThread, openThread, startThread } from './thread/open-thread.ts';
export type { OutputContent, OutputFolder, TextOutput, WriteFiles } from './types.ts';
