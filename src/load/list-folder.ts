import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isInside, isRefusal } from '../config/index.ts';
import { joinPath } from './paths.ts';

/** What stands below a folder: paths relative to the root, sorted by code unit. */
export interface Listing {
  readonly files: readonly string[];
  /** Links to folders. They are not followed: they could lead out or in circles. */
  readonly links: readonly string[];
  /** Folders that this process may not look into. */
  readonly unreadable: readonly string[];
}

/** Lists a folder below the root; nothing if there is none inside it. Hidden files and README.md are no part of a site. */
export async function listFolder(root: string, folder: string): Promise<Listing> {
  const files: string[] = [];
  const links: string[] = [];
  const unreadable: string[] = [];
  const walk = async (path: string): Promise<void> => {
    const children = await readNames(path);
    for (const child of children.filter(isPart)) {
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
  if (await isFolderInside(root, folder)) await walk(folder);
  return {
    files: files.sort(compareText),
    links: links.sort(compareText),
    unreadable: unreadable.sort(compareText),
  };
}

function isPart({ name }: Dirent): boolean {
  return !name.startsWith('.') && !/^readme\.md$/i.test(name);
}

async function isFolderInside(root: string, folder: string): Promise<boolean> {
  if (!(await isDirectory(join(root, folder)))) return false;
  return isInside(await realpath(root), await realpath(join(root, folder)));
}

async function isDirectory(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
