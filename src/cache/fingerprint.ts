import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, extname, join, resolve } from 'node:path';

/**
 * A hash of all that decides what the code of some folders returns: its files, the files they import from elsewhere, and
 * the versions of the packages they import, with all that those depend on. So nobody has to remember to bump a number,
 * and an installation by any package manager counts, without its lock file. Packages for one system only (optional
 * dependencies) are left out: their version is that of the package which wants them.
 *
 * @param extension of the files: that of the running module, compiled JavaScript or TypeScript as it is
 */
export function fingerprintCode(folders: readonly string[], extension: string): string {
  const sources = collectSources(folders, extension);
  const packages = collectPackages(sources);
  const hash = createHash('sha256');
  // `\p{L}` and its like mean what the Unicode version of this Node says.
  hash.update(`unicode ${process.versions.unicode}\n`);
  for (const text of sources.values()) hash.update(`${text.length}\n${text}`);
  for (const name of [...packages].sort()) hash.update(`${name}\n`);
  return hash.digest('base64url');
}

/** Texts of the files of folders and of what they import by relative path, by absolute path, in a fixed order. */
function collectSources(folders: readonly string[], extension: string): ReadonlyMap<string, string> {
  const sources = new Map<string, string>();
  const waiting = folders.flatMap((folder) => listModules(folder, extension));
  for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
    // What only looks like an import, in a comment, leads to no file.
    if (sources.has(file) || !existsSync(file)) continue;
    const text = readFileSync(file, 'utf8');
    sources.set(file, text);
    for (const name of listImports(text)) {
      if (name.startsWith('.')) waiting.push(resolve(dirname(file), name));
    }
  }
  return sources;
}

function listModules(folder: string, extension: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => extname(path) === extension && !path.endsWith('.d.ts'))
    .sort()
    .map((path) => join(folder, path));
}

/** `name@version` of the packages that files import, and of all that those depend on. */
function collectPackages(sources: ReadonlyMap<string, string>): ReadonlySet<string> {
  const found = new Set<string>();
  const seen = new Set<string>();
  const visit = (name: string, from: string) => {
    const dir = findPackage(name, from);
    if (dir === undefined || seen.has(dir)) return;
    seen.add(dir);
    const { version, dependencies = {} } = JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8'));
    found.add(`${name}@${version}`);
    // The real folder, for some installers link packages.
    const real = realpathSync(dir);
    for (const each of Object.keys(dependencies)) visit(each, real);
  };
  for (const [file, text] of sources) {
    for (const name of listImports(text)) if (isPackage(name)) visit(readPackageName(name), dirname(file));
  }
  return found;
}

/** Where Node finds a package: in the nearest `node_modules` upward. */
function findPackage(name: string, from: string): string | undefined {
  for (let dir = from; ; dir = dirname(dir)) {
    const found = join(dir, 'node_modules', name);
    if (existsSync(join(found, 'package.json'))) return found;
    if (dir === dirname(dir)) return undefined;
  }
}

function listImports(text: string): readonly string[] {
  return [...text.matchAll(/\b(?:from|import)\s*\(?\s*['"]([^'"\n]+)['"]/g)].flatMap(
    ([, name]) => name ?? [],
  );
}

function isPackage(name: string): boolean {
  return /^[@a-z]/i.test(name) && !name.startsWith('node:');
}

/** `unified` of `unified/lib`, `@scope/name` of `@scope/name/file`. */
function readPackageName(name: string): string {
  return name.split('/', name.startsWith('@') ? 2 : 1).join('/');
}
