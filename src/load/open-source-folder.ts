import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import { createTextReader, isRefusal, readBinaryFile } from '../config/index.ts';
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
    isReadable: (path) => isReadable(join(root, path)),
    readDays: () => readDays(root),
  };
}

function isReadable(file: string): boolean {
  try {
    accessSync(file, constants.R_OK);
    return true;
  } catch (error) {
    return !isRefusal(error);
  }
}
