import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { chmod, chown, mkdir, readdir, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { type Lock, takeLock } from './lock.ts';
import { mendLast, putInPlace, removeLeftOver } from './put-in-place.ts';
import type { LastSite } from './read-last-site.ts';
import type { Snapshot } from './snapshot.ts';
import { type IdleThread, openHere, openThread } from './thread/open-thread.ts';
import type { FileWriter, OutputFolder } from './types.ts';

/** A folder being filled, to take the place of the output folder. What is not written through it changes all the same. */
export interface Staging extends OutputFolder {
  /** Makes the output folder hold what was written and what was kept of the last site, and nothing else, in one step. */
  publish(): Promise<void>;
  /** Has a writer loaded that will surely be needed, beside other work. */
  prepare(writer: FileWriter): void;
  /** A text of the last site, which has to be there. */
  readLast(name: string): string;
  /** Keeps a file of the last site as it is; of a folder, named with a slash at its end, all but those that are removed. */
  keep(name: string): void;
  /** Keeps all files of the last site that are not written. */
  keepOthers(): void;
  /** Where its folder or all others are kept: takes a file of the last site away, unless it is written too. */
  remove(name: string): void;
  /** Whether the output folder still is as its snapshot says. */
  isAsBefore(): Promise<boolean>;
  /** How `publish` has left the output folder, for the next build; undefined where that is not known. */
  takeSnapshot(): Promise<Snapshot | undefined>;
  /** Throws the folder away; the last site stays. Others may build again. Safe to call at any time, also after `publish`. */
  discard(): Promise<void>;
}

export interface StagingOptions {
  /** How the last build left the output folder, if that is known. */
  readonly snapshot?: Snapshot | undefined;
  /** Folders below the root in which no output may lie: the next build would read it. */
  readonly sources?: readonly string[];
  /** Whether this thread writes, which takes longer for a large site and saves the start of another thread for a small one. */
  readonly isAlone?: boolean;
  /** A thread that was started for it. */
  readonly thread?: IdleThread | undefined;
  /** How many files may get a second name so that one site takes the place of the other whole; by what differs unless told. */
  readonly linkLimit?: number;
}

/** The output folder cannot be used; the message says why and what to do. */
export class OutputError extends Error {
  override readonly name = 'OutputError';
}

/** Lies in every published folder and marks it as one that a build may replace. */
const MARKER = '.decant-site';

/** Between the names of an output folder and what makes that of its staging folder unique. */
const STAGING = '.staging-';

/**
 * Opens a staging folder beside `out` (same disk, so that publishing is a rename). Until it is discarded nobody else can,
 * unless this process dies.
 *
 * @param root the site's root, which the output must not contain
 * @throws OutputError where `out` holds something else than a site, is a file, or holds the sources, and where another
 *   build writes into it
 */
export async function openStaging(
  out: string,
  root: string,
  { snapshot, sources = [], isAlone = false, thread, linkLimit }: StagingOptions = {},
): Promise<Staging> {
  // Behind a link lies what is replaced; the link stays.
  const target = findRealPath(resolve(out));
  refuseSources(target, root, sources);
  await checkTarget(target, findRealPath(resolve(root)));
  await mkdir(dirname(target), { recursive: true });
  const lock = await lockOutput(target);
  const dir = await openDir(target).catch((error: unknown) => {
    lock.release();
    throw error;
  });
  const kept = new Set<string>();
  const lastDir = existsSync(target) ? target : undefined;
  const open = isAlone ? openHere : openThread;
  const { close, listLast, ...folder } = open(dir, lastDir, (name) => kept.add(name), snapshot, thread);
  const taken = new Set<string>();
  const unwanted = new Set<string>();
  const wanted = new Set<string>();
  let keepsOthers = false;
  let isSwapped = true;
  return { ...folder, write, copy, readLast, keep, keepOthers, remove, publish, takeSnapshot, discard };

  function readLast(name: string): string {
    return readFileSync(join(target, name), 'utf8');
  }

  function keep(name: string): void {
    wanted.add(name);
  }

  function keepOthers(): void {
    keepsOthers = true;
  }

  function remove(name: string): void {
    unwanted.add(name);
  }

  function listRemoved(): ReadonlySet<string> {
    return new Set([...unwanted].filter((name) => !taken.has(name)));
  }

  function write(...[name, ...rest]: Parameters<OutputFolder['write']>): Promise<void> {
    taken.add(name);
    return folder.write(name, ...rest);
  }

  function copy(from: string, name: string): Promise<void> {
    taken.add(name);
    return folder.copy(from, name);
  }

  async function publish(): Promise<void> {
    await write(MARKER, 'Written by decant build; the next one changes it.\n');
    await folder.flush();
    const last = await listLast();
    if (!lock.isHeld())
      throw new OutputError(`Another build has begun to write into ${target}. Build again.`);
    const staying = keepsOthers ? (last?.files ?? []) : listWanted(wanted, last);
    for (const name of staying) if (!unwanted.has(name)) kept.add(name);
    isSwapped = putInPlace(target, dir, last, kept, linkLimit);
  }

  function takeSnapshot(): Promise<Snapshot | undefined> {
    const names = keepsOthers ? taken : new Set([...kept, ...taken]);
    return folder.takeSnapshot({ folder: target, names, keepsOthers, isSwapped, removed: listRemoved() });
  }

  async function discard(): Promise<void> {
    await close();
    // At once: after a signal, the build goes on meanwhile, and would fill the folder again.
    removeLeftOver(dir);
    lock.release();
  }
}

/** @throws where a file is to be kept that is not there */
function listWanted(wanted: ReadonlySet<string>, last: LastSite | undefined): readonly string[] {
  const folders = [...wanted].filter((name) => name.endsWith('/'));
  const files = last?.files ?? new Set<string>();
  const lacking = [...wanted].find((name) => !name.endsWith('/') && !files.has(name));
  if (lacking !== undefined) throw new Error(`The previous site has no file ${lacking} to keep.`);
  const isWanted = (name: string) => wanted.has(name) || folders.some((folder) => name.startsWith(folder));
  return [...files].filter(isWanted);
}

async function lockOutput(target: string): Promise<Lock> {
  // By the one name that a folder has, however many links lead to it.
  const lock = await takeLock(`${join(realpathSync(dirname(target)), basename(target))}.lock`);
  if (lock !== undefined) return lock;
  throw new OutputError(
    `Another build writes into ${target}. Wait until it ends, or choose another folder with --out.`,
  );
}

/** Who has the lock finds only what builds left that were killed. */
async function openDir(target: string): Promise<string> {
  mendLast(target);
  await removeAbandoned(target);
  return makeDir(target);
}

/**
 * Makes the staging folder, which becomes the published one: with the mode and group of the folder that is there, or as the
 * umask says. `mkdtemp` would keep every other user out, also the one that a web server runs as.
 */
async function makeDir(target: string): Promise<string> {
  const last = await stat(target).catch(() => undefined);
  const dir = `${target}${STAGING}${randomUUID()}`;
  await mkdir(dir);
  if (last === undefined) return dir;
  try {
    // A new group takes set-group-id away, so the mode comes last. Only members of the group, and root, may choose it.
    if (last.gid !== (await stat(dir)).gid) await chown(dir, -1, last.gid).catch(() => {});
    await chmod(dir, (last.mode & 0o7777) | 0o700);
  } catch (error) {
    removeLeftOver(dir);
    throw error;
  }
  return dir;
}

async function checkTarget(target: string, root: string): Promise<void> {
  if (isInside(root, target)) {
    throw new OutputError(
      `The output folder ${target} contains the site's sources. Choose another with --out.`,
    );
  }
  const names = await readNames(target);
  if (names.length > 0 && !names.includes(MARKER)) {
    throw new OutputError(
      `The output folder ${target} contains files that Decant did not write. Empty it, or choose another with --out.`,
    );
  }
}

/** @throws OutputError where an output folder lies in one of the sources, also by a link */
export function refuseSources(out: string, root: string, sources: readonly string[]): void {
  const target = findRealPath(resolve(out));
  const source = sources.find((folder) => isInside(target, findRealPath(resolve(root, folder))));
  if (source === undefined) return;
  throw new OutputError(
    `The output folder ${resolve(out)} is inside '${source}', where the site's sources are. Choose another with --out.`,
  );
}

/** The path without links, as far as it is there. */
function findRealPath(path: string): string {
  const above = dirname(path);
  if (above === path || existsSync(path)) return realpathSync(path);
  return join(findRealPath(above), basename(path));
}

async function readNames(dir: string): Promise<readonly string[]> {
  try {
    return await readdir(dir);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') return [];
    if (code === 'ENOTDIR')
      throw new OutputError(`The output folder ${dir} is a file. Choose another with --out.`);
    throw error;
  }
}

function isInside(path: string, folder: string): boolean {
  const steps = relative(folder, path);
  return steps !== '..' && !steps.startsWith(`..${sep}`) && !isAbsolute(steps);
}

async function removeAbandoned(target: string): Promise<void> {
  const prefix = `${basename(target)}${STAGING}`;
  for (const name of await readNames(dirname(target)))
    if (name.startsWith(prefix)) removeLeftOver(join(dirname(target), name));
}
