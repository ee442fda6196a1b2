import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** Paths of all files below a folder, relative to it with `/`, sorted by code unit. Empty for a folder that is not there. */
export function listFiles(dir: string): readonly string[] {
  try {
    const entries = readdirSync(dir, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => !entry.isDirectory());
    return files
      .map((entry) => relative(dir, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** Every file below a folder with its bytes (as latin-1, one character for each), to compare whole trees. */
export function readTree(dir: string): ReadonlyMap<string, string> {
  return new Map(listFiles(dir).map((path) => [path, readFileSync(join(dir, path), 'latin1')]));
}
