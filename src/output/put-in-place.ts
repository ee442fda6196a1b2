import { existsSync, lstatSync, renameSync, rmdirSync, rmSync, unlinkSync } from 'node:fs';
import { listFolders, makeChanges, undoChanges } from './journal.ts';
import { linkKept } from './link-kept.ts';
import { type LastSite, readLastSite } from './read-last-site.ts';

/** How many files may get a second name for so many that differ: all of a small site, which takes a moment. */
function findLinkLimit(differing: number): number {
  return 5000 + differing;
}

/**
 * Makes a staging folder the published one, with the files of the last site that are kept: these get their place in it
 * first, so that one site takes the place of the other whole. Where the disk or the system does not allow that, and where
 * less than half of a large site differs, single files change places, with a journal by which the next build can take it all
 * back: second names for 36,000 files take longer than a build of one article.
 *
 * @param last what is published now; undefined where nothing is
 * @param kept names of its files that stay, unless the staging folder has another one for the place
 * @param linkLimit how many of them may get a second name; by the number of those that differ unless told
 * @returns whether the folders of files that stay are other ones now
 */
export function putInPlace(
  target: string,
  dir: string,
  last: LastSite | undefined,
  kept: ReadonlySet<string>,
  linkLimit?: number,
): boolean {
  if (last === undefined) {
    swap(target, dir);
    return true;
  }
  let isSwapped = false;
  const added = readLastSite(dir).files;
  const isGone = (name: string) => added.has(name) || !kept.has(name);
  const removed = [...[...last.files].filter(isGone), ...last.others];
  if (removed.length > 0 || added.size > 0) {
    const staying = [...last.files].filter((name) => !isGone(name));
    const isWorth = staying.length <= (linkLimit ?? findLinkLimit(removed.length + added.size));
    isSwapped = isWorth && linkKept(target, dir, staying) && trySwap(target, dir, last.files);
    if (!isSwapped) makeChanges(target, dir, formatUndo(target), { removed, added: [...added] });
  }
  removeLeftOver(dir);
  return isSwapped;
}

/** Mends what a build left that died while it published. Afterwards there is one whole site, if there was one. */
export function mendLast(target: string): void {
  undoChanges(target, formatUndo(target));
  const last = formatLast(target);
  if (!exists(last)) return;
  if (existsSync(target)) removeLeftOver(last);
  else renameSync(last, target);
}

/** Removes a site whose files are known, which takes far less time than to look for them. */
function removeLast(last: string, names: ReadonlySet<string>): void {
  try {
    for (const name of names) unlinkSync(`${last}/${name}`);
    for (const folder of listFolders(names)) rmdirSync(`${last}/${folder}`);
  } catch {
    // Somebody has put something else there.
  }
  removeLeftOver(last);
}

/** Nothing depends on its being gone: the next build tries again. */
export function removeLeftOver(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // A build that has published has done its work, and one that failed has said why.
  }
}

/** False, and nothing has changed, where the system lets no folder go from its place: a mount point, or one that is open on Windows. */
function trySwap(target: string, dir: string, names: ReadonlySet<string>): boolean {
  try {
    swap(target, dir, names);
    return true;
  } catch (error) {
    if (existsSync(target) && FIXED.has((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw error;
  }
}

const FIXED = new Set(['EBUSY', 'EPERM', 'EACCES', 'EXDEV']);

/**
 * Two renames with nothing between them, also no signal that this process hears: for an instant there is no site, never half a
 * one. Where the process dies just then, `mendLast` brings the last one back.
 */
function swap(target: string, dir: string, names: ReadonlySet<string> = new Set()): void {
  const last = formatLast(target);
  rmSync(last, { recursive: true, force: true });
  const isThere = exists(target);
  if (isThere) renameSync(target, last);
  try {
    renameSync(dir, target);
  } catch (error) {
    if (isThere) renameSync(last, target);
    throw error;
  }
  removeLast(last, names);
}

function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function formatLast(target: string): string {
  return `${target}.last`;
}

function formatUndo(target: string): string {
  return `${target}.undo`;
}
