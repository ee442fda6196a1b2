import { createRequire } from 'node:module';

/**
 * The rules of Windows on this system, for paths, names and open files: drives and backslashes, names that cannot be, and what somebody
 * has open stays in its place. For `vi.mock`: it reaches the sources, and no package.
 *
 * @example vi.mock('node:path', async () => (await import('./simulate.ts')).path);
 */

type Call = (...args: readonly unknown[]) => unknown;
type Functions = Readonly<Record<string, unknown>>;

// Those of this system, and not what takes their place.
const require = createRequire(import.meta.url);
const hostFs: Functions = require('node:fs');
const hostPromises: Functions = require('node:fs/promises');
const { win32, posix, join }: typeof import('node:path') = require('node:path');
const {
  mkdtempSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
}: typeof import('node:fs') = require('node:fs');

/** Where the drives are on this system: `C:` is the folder `c` in it. */
const drives = realpathSync(mkdtempSync(join(require('node:os').tmpdir(), 'decant-drives-')));

/** Paths on this system of what somebody has open. */
const held = new Set<string>();

export function removeDrives(): void {
  rmSync(drives, { recursive: true, force: true });
}

/** Somebody opens a file, until the returned function is called. */
export function hold(path: string): () => void {
  const file = toHost(path);
  held.add(file);
  return () => held.delete(file);
}

/** Writes files below a folder: `C:\site`, and their names with `/`. */
export function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    const file = join(toHost(folder), name);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, text);
  }
}

/** Makes a link, as of one drive to another. */
export function link(from: string, to: string): void {
  mkdirSync(join(toHost(from), '..'), { recursive: true });
  symlinkSync(toHost(to), toHost(from));
}

/** The texts of files below a folder, by their names with `/`. */
export function readTree(folder: string): ReadonlyMap<string, string> {
  const place = toHost(folder);
  const names = (readdirSync(place, { recursive: true }) as string[]).sort();
  const files = names.filter((name) => statSync(join(place, name)).isFile());
  return new Map(files.map((name) => [name, readFileSync(join(place, name), 'utf8')]));
}

/** The path on this system of one of Windows. */
export function toHost(path: string): string {
  const drive = /^([a-z]):[\\/]*/i.exec(path);
  const rest = path.slice(drive?.[0].length ?? 0).replaceAll('\\', '/');
  if (drive !== null && rest.split('/').some(isForbidden)) throw refuse('EINVAL', path);
  return drive === null ? rest : join(drives, (drive[1] ?? '').toLowerCase(), rest);
}

function toWindows(path: string): string {
  if (path !== drives && !path.startsWith(`${drives}/`)) return path;
  const [drive = '', ...rest] = path.slice(drives.length + 1).split('/');
  return `${drive.toUpperCase()}:\\${rest.join('\\')}`;
}

function isForbidden(name: string): boolean {
  if (name === '.' || name === '..') return false;
  return /[<>:"|?*\p{Cc}]|[. ]$/u.test(name) || /^(?:con|prn|aux|nul|(?:com|lpt)[\d¹²³])(?:\.|$)/i.test(name);
}

export const path = { ...win32, posix, win32, default: win32 };
export const fsPromises = translate(hostPromises);
export const fs = { ...translate(hostFs), promises: fsPromises };

/** Functions of the file system that take paths of Windows. */
function translate(functions: Functions): Functions {
  const entries = Object.entries(functions).map(([name, call]) => {
    if (name === 'constants')
      return [name, { ...(call as object), O_NOFOLLOW: undefined, O_NONBLOCK: undefined }];
    if (typeof call !== 'function' || /^[A-Z]/.test(name)) return [name, call];
    const made = Object.assign(wrap(name, call as Call), wrapMembers(name, call));
    return [name, made];
  });
  const made: Functions = Object.fromEntries(entries);
  return { ...made, default: made };
}

/** `realpathSync.native` */
function wrapMembers(name: string, call: object): Functions {
  return Object.fromEntries(Object.entries(call).map(([key, member]) => [key, wrap(name, member as Call)]));
}

const TWO_PATHS = /^(?:rename|link|copyFile|cp|symlink)(?:Sync)?$/;
const MOVES = /^(?:rename|unlink|rm)(?:Sync)?$/;

function wrap(name: string, call: Call): Call {
  return (...args) => {
    const count = TWO_PATHS.test(name) ? 2 : 1;
    const given = args.map((arg, at) => (at < count && typeof arg === 'string' ? toHost(arg) : arg));
    if (MOVES.test(name)) for (const place of given.slice(0, count)) checkFree(name, String(place));
    const result = call(...given);
    if (!/^(?:realpath|mkdtemp|readlink)/.test(name)) return result;
    return result instanceof Promise ? result.then(show) : show(result);
  };
}

function show(result: unknown): unknown {
  return typeof result === 'string' ? toWindows(result) : result;
}

/** A file that is open cannot go, nor be replaced; a folder cannot be moved with what is open in it. */
function checkFree(name: string, place: string): void {
  for (const file of held) {
    if (file === place || file.startsWith(`${place}/`))
      throw refuse(name.startsWith('rename') ? 'EPERM' : 'EBUSY', place);
  }
}

function refuse(code: string, path: string): Error {
  return Object.assign(new Error(`${code}: not allowed, '${path}'`), { code, path });
}
