import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The frontmatter of a file in lower case, as it stands there; undefined where only the careful way can tell. */
export type ReadHead = (file: string) => string | undefined;

/**
 * Looks into many files to find out which ones to read: what is found out here is never shown. Ten times as fast as the
 * careful way, for it does not wait; so it follows no link, and opens nothing but files.
 */
export function createHeadReader(root: string): ReadHead {
  const known = new Map<string, string | undefined>();
  return (file) => {
    if (!known.has(file)) known.set(file, readHead(join(root, file)));
    return known.get(file);
  };
}

function readHead(path: string): string | undefined {
  try {
    const handle = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
      return fstatSync(handle).isFile() ? cutHead(readFileSync(handle, 'utf8')).toLowerCase() : undefined;
    } finally {
      closeSync(handle);
    }
  } catch {
    return undefined;
  }
}

/** From the opening `---` to the closing one; the whole text where there is none. */
export function cutHead(text: string): string {
  const end = text.indexOf('\n---', 3);
  return end === -1 ? text : text.slice(0, end);
}
