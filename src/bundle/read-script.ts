import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** A script that bundles alone have: no theme knows of it. */
export async function readPackageText(name: string): Promise<string> {
  return readFile(new URL(name, findFolder()), 'utf8');
}

/** The compiled module stands one folder further down than the source, and so does one of a chunk. */
function findFolder(): URL {
  const folders = ['../../', '../../../'].map((up) => new URL(`${up}site/bundle/`, import.meta.url));
  const folder = folders.find((url) => existsSync(fileURLToPath(url)));
  if (folder === undefined) throw new Error('The package is missing its folder site/bundle/.');
  return folder;
}
