import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Reads Markdown by its address; undefined where there is none. Nothing that a list names leads out of the folder. */
export function createMarkdownFinder(
  folder: string,
  basePath: string,
): (address: string) => Promise<string | undefined> {
  return async (address) => {
    const { pathname } = new URL(address);
    const inner = decode(pathname.startsWith(basePath) ? pathname.slice(basePath.length) : pathname.slice(1));
    if (inner === undefined || !inner.endsWith('.md') || inner.split(/[\\/]/).includes('..'))
      return undefined;
    return readFile(join(folder, inner), 'utf8').catch(() => undefined);
  };
}

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
