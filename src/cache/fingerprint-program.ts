import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fingerprintCode } from './fingerprint.ts';

/** The folder of the stages, sources or compiled. */
const STAGES = fileURLToPath(new URL('../', import.meta.url));

/**
 * Of this package's code and all that it imports, as they were when a process first asked: what is compiled or installed meanwhile
 * runs in the next one. Where they were compiled and installed as always, sums that the compiler and the installer have left
 * tell that; elsewhere every module is read.
 */
export function fingerprintProgram(): string {
  known ??= sumProgram() ?? fingerprintCode([STAGES], extname(import.meta.url));
  return known;
}

let known: string | undefined;

/** The same without reading the code, and undefined where it was not compiled and installed as always. */
export function sumProgram(): string | undefined {
  sum ??= { value: readSum() };
  return sum.value;
}

let sum: { readonly value: string | undefined } | undefined;

function readSum(): string | undefined {
  const own = findSum(dirname(STAGES));
  const libraries = findInstallation(STAGES);
  return own === undefined || libraries === undefined ? undefined : `${own} ${libraries}`;
}

/** What `npm run compile` has written of the modules, if each is as large as it was then. */
function findSum(dist: string): string | undefined {
  const file = join(dist, 'program.json');
  if (!existsSync(file)) return undefined;
  const { hash, sizes } = JSON.parse(readFileSync(file, 'utf8')) as ProgramSum;
  const isSame = (name: string) =>
    statSync(`${dist}/${name}`, { throwIfNoEntry: false })?.size === sizes?.[name];
  return sizes && Object.keys(sizes).every(isSame) ? hash : undefined;
}

interface ProgramSum {
  readonly hash: string;
  /** Bytes of each module; one that is not among them is nothing that these import. */
  readonly sizes?: Readonly<Record<string, number>>;
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
