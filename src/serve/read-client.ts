import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** Loaded by pages that are served while they are written; no theme knows of it, so it reaches no build. */
const NAMES = ['client.js', 'client.css'];

/** A script or style sheet of the preview; undefined for other names. */
export async function readClient(name: string): Promise<string | undefined> {
  if (!NAMES.includes(name)) return undefined;
  return readFile(new URL(name, findFolder()), 'utf8');
}

/** The compiled module stands one folder further down than the source, and so does one of a chunk. */
function findFolder(): URL {
  const folders = ['../../', '../../../'].map((up) => new URL(`${up}site/preview/`, import.meta.url));
  const folder = folders.find((url) => existsSync(fileURLToPath(url)));
  if (folder === undefined) throw new Error('The package is missing its folder site/preview/.');
  return folder;
}
