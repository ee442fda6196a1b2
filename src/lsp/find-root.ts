import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of the site that a file belongs to: the nearest one above it with a site file. */
export function findRootAbove(path: string): string | undefined {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (hasSiteFile(folder)) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

/** Folders with a site in a folder of the editor: that itself, or some below it that stand near. */
export function findRootsBelow(folder: string, depth = 2): readonly string[] {
  if (hasSiteFile(folder)) return [folder];
  if (depth === 0) return [];
  return listFolders(folder).flatMap((each) => findRootsBelow(join(folder, each), depth - 1));
}

function hasSiteFile(folder: string): boolean {
  return existsSync(join(folder, 'data', 'site.yml'));
}

function listFolders(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((each) => each.isDirectory() && !/^\.|^node_modules$|^_site$/.test(each.name))
      .map(({ name }) => name);
  } catch {
    return [];
  }
}
