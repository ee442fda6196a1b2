import { realpathSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';

/** Folders that a link in any of the sources may lead into, beside the one that it lies in. */
const SHARED = ['content', 'data', 'assets', 'translations'];

/**
 * Whether a path of the site leads to one of its sources. What is no link does. A link may lead into `content`, `data`, `assets`,
 * `translations` and the folder that it lies in itself, which may be a link as well; nothing leads out of the root, to the root
 * itself, or to what is hidden (`.git` holds credentials where CI has checked out) or installed.
 *
 * @param realRoot real path of the root
 * @param path relative to it, with `/`
 * @param found real path of what it leads to
 */
export function isSource(realRoot: string, path: string, found: string): boolean {
  if (!isInside(realRoot, found)) return false;
  if (found === join(realRoot, path)) return true;
  if (found === realRoot) return false;
  const steps = relative(realRoot, found).split(sep);
  if (steps.some((step) => step.startsWith('.') || step === 'node_modules')) return false;
  const [own = ''] = path.split('/');
  return [own, ...SHARED].some((folder) => {
    const real = findRealPath(realRoot, folder);
    return real !== undefined && real !== realRoot && isInside(real, found);
  });
}

/** The real path of a source; undefined where there is none, or where the path is a link to something else. */
export function findSource(root: string, path: string): string | undefined {
  const [realRoot, found] = [findRealPath(root, ''), findRealPath(root, path)];
  const isThere = realRoot !== undefined && found !== undefined;
  return isThere && isSource(realRoot, path, found) ? found : undefined;
}

/** Whether a real path is the root or stands below it. To another drive of Windows no relative path leads. */
function isInside(root: string, path: string): boolean {
  const way = relative(root, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** Undefined where nothing is there. */
export function findRealPath(root: string, path: string): string | undefined {
  try {
    return realpathSync.native(join(root, path));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP') return undefined;
    throw error;
  }
}
