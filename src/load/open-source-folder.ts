import { accessSync, constants, existsSync } from 'node:fs';
import { join } from 'node:path';
import { createTextReader, findSource, isRefusal, type ReadFault, readBinaryFile } from '../config/index.ts';
import { listFolder } from './list-folder.ts';
import { readDays } from './read-days.ts';
import type { SourceTree } from './types.ts';

/** The files of a site in the folder they are written in. */
export function openSourceFolder(root: string): SourceTree {
  return {
    list: (folder) => listFolder(root, folder),
    async readTexts(paths) {
      const read = createTextReader(root);
      return paths.map(read);
    },
    readBinaries: (paths, maxBytes) => Promise.all(paths.map((path) => readBinaryFile(root, path, maxBytes))),
    findCopyFault: (path) => findCopyFault(root, path),
    readDays: () => readDays(root),
  };
}

function findCopyFault(root: string, path: string): ReadFault['kind'] | undefined {
  try {
    if (findSource(root, path) === undefined)
      return existsSync(join(root, path)) ? 'outside-root' : 'missing-file';
    accessSync(join(root, path), constants.R_OK);
    return undefined;
  } catch (error) {
    return isRefusal(error) ? 'unreadable' : undefined;
  }
}
