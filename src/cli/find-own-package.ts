import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * What the package file of a site asks of npm to get the Decant that runs: a file or folder where it came from one, such as a
 * packed tarball or a clone, otherwise the version.
 */
export function findOwnPackage(root: string): string {
  const folder = findPackageFolder();
  const { version } = readJson(join(folder, 'package.json')) as { readonly version: string };
  const modules = dirname(folder);
  // A clone, or linked from one.
  if (basename(modules) !== 'node_modules') return formatFile(root, folder);
  const { dependencies, devDependencies } = readJson(join(dirname(modules), 'package.json')) as {
    readonly dependencies?: Readonly<Record<string, string>>;
    readonly devDependencies?: Readonly<Record<string, string>>;
  };
  const asked = dependencies?.decant ?? devDependencies?.decant;
  if (asked === undefined || !asked.startsWith('file:')) return `^${version}`;
  return formatFile(root, resolve(dirname(modules), asked.slice('file:'.length)));
}

function findPackageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}

function readJson(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

/** As npm writes it; on another drive of Windows no relative path leads there. */
function formatFile(root: string, target: string): string {
  const path = relative(root, target);
  return `file:${(isAbsolute(path) ? target : path).split(sep).join('/')}`;
}
