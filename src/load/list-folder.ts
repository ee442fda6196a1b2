import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { findSource, isRefusal } from '../config/index.ts';
import { joinPath } from './paths.ts';
import type { Listing } from './types.ts';

/** Lists a folder below the root; nothing if there is none. One that is a link to what is no source counts as a link. Hidden files and README.md are no part of a site. */
export async function listFolder(root: string, folder: string): Promise<Listing> {
  const files: string[] = [];
  const links: string[] = [];
  const unreadable: string[] = [];
  const walk = async (path: string): Promise<void> => {
    const children = await readNames(path);
    for (const child of children.filter(isSitePart)) {
      const below = joinPath(path, child.name);
      if (child.isDirectory()) await walk(below);
      else if (child.isSymbolicLink() && (await isDirectory(join(root, below)))) links.push(below);
      else files.push(below);
    }
  };
  const readNames = async (path: string): Promise<readonly Dirent[]> => {
    try {
      return await readdir(join(root, path), { withFileTypes: true });
    } catch (error) {
      if (!isRefusal(error)) throw error;
      unreadable.push(path);
      return [];
    }
  };
  if (await isDirectory(join(root, folder))) {
    if (findSource(root, folder) === undefined) links.push(folder);
    else await walk(folder);
  }
  return {
    files: files.sort(compareCodeUnits),
    links: links.sort(compareCodeUnits),
    unreadable: unreadable.sort(compareCodeUnits),
  };
}

/** Whether a file or folder of this name belongs to a site. */
export function isSitePart({ name }: Pick<Dirent, 'name'>): boolean {
  return !name.startsWith('.') && !/^readme\.md$/i.test(name);
}

async function isDirectory(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

export function compareCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
