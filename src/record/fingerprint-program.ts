import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fingerprintCode } from '../cache/index.ts';

/** The folder of the stages, sources or compiled. */
const STAGES = fileURLToPath(new URL('../', import.meta.url));

/**
 * Of this package's code and all that it imports, as they were when a process first asked: what is compiled or installed meanwhile
 * runs in the next one. Where they were compiled and installed as always, sums that the compiler and the installer have left
 * tell that; elsewhere every module is read.
 */
export function fingerprintProgram(): string {
  known ??= readFingerprint();
  return known;
}

let known: string | undefined;

function readFingerprint(): string {
  const own = findSum(dirname(STAGES));
  const libraries = findInstallation(STAGES);
  return own === undefined || libraries === undefined
    ? fingerprintCode([STAGES], extname(import.meta.url))
    : `${own} ${libraries}`;
}

/** What `npm run compile` has written of the modules, if those that lie there are as many and as large. */
function findSum(dist: string): string | undefined {
  const file = join(dist, 'program.json');
  if (!existsSync(file)) return undefined;
  const { hash, modules, bytes } = JSON.parse(readFileSync(file, 'utf8'));
  const sizes = readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .map((name) => statSync(join(dist, name)).size);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  return sizes.length === modules && total === bytes ? hash : undefined;
}

/** A hash of what npm notes of all that it has installed, in the nearest folder that has a library of ours. */
function findInstallation(from: string): string | undefined {
  for (let dir = from; ; dir = dirname(dir)) {
    const folder = join(dir, 'node_modules');
    if (existsSync(join(folder, 'liquidjs'))) {
      const file = join(folder, '.package-lock.json');
      return existsSync(file)
        ? createHash('sha256').update(readFileSync(file)).digest('base64url')
        : undefined;
    }
    if (dir === dirname(dir)) return undefined;
  }
}
