import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runNpm, SetupError } from './run.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Installs what package-lock.json names unless node_modules holds it already. */
export function ensureDeps() {
  if (isInstalled()) return;
  console.error('Installing the packages of package-lock.json…');
  // Development packages are needed for building too: the sources are compiled first.
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  if (!runNpm([...args, '--prefix', root])) {
    throw new SetupError('`npm ci` failed: see above. It needs the network or a warm npm cache.');
  }
}

/** npm notes what it installed in a lock file of its own; only optional packages (for other systems) may be missing. */
function isInstalled() {
  const wanted = readPackages('package-lock.json');
  const installed = readPackages('node_modules/.package-lock.json');
  if (wanted === undefined || installed === undefined) return false;
  const isThere = ([path, { optional, version }]) =>
    path === '' || (path in installed ? installed[path].version === version : optional === true);
  return Object.entries(wanted).every(isThere);
}

function readPackages(path) {
  try {
    return JSON.parse(readFileSync(join(root, path), 'utf8')).packages;
  } catch {
    return undefined;
  }
}
