import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';

/** Until when a file was as it was read: milliseconds as `Date.now()` has them. A folder has no name of its own. */
export type ReadTime = (file: string | undefined) => number;

/** By so much the time that a file system notes may lie before that of the clock. */
const TICK_MS = 10;

/**
 * One text for each state of some folders and files: names, sizes, times and places on the disk of all files in them. Some 20
 * microseconds a file, far less than reading it. Undefined where one of them cannot be looked at.
 *
 * @param folders relative to the root
 * @param readAt where given, a file that was written since, and a folder from which one went, make it undefined
 */
export function sumSources(
  root: string,
  folders: readonly string[],
  readAt: ReadTime = () => Number.POSITIVE_INFINITY,
): string | undefined {
  const states: string[] = [];
  try {
    return [...new Set(folders)].every(look)
      ? createHash('sha256').update(states.join('\n')).digest('base64url')
      : undefined;
  } catch {
    return undefined;
  }

  /** Whether nothing there was written since. */
  function look(path: string): boolean {
    const stats = statSync(`${root}/${path}`, { throwIfNoEntry: false });
    if (stats === undefined) {
      states.push(`${path}\0`);
      return true;
    }
    const { size, mtimeMs, ctimeMs, ino } = stats;
    if (ctimeMs >= readAt(stats.isDirectory() ? undefined : path) - TICK_MS) return false;
    if (stats.isDirectory())
      return readdirSync(`${root}/${path}`).every((name) => isLeftOut(name) || look(`${path}/${name}`));
    states.push(`${path}\0${size} ${mtimeMs} ${ctimeMs} ${ino}`);
    return true;
  }
}

/** Of no site, and often large. */
function isLeftOut(name: string): boolean {
  return name === 'node_modules' || name === '.git';
}
