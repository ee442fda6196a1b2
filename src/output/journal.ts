import {
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** What changes in a published folder. Names are relative to it, with `/`. */
export interface FolderChanges {
  /** Taken out, those that get another file in their place among them. A folder may stand for all files in it. */
  readonly removed: readonly string[];
  /** Moved in from the staging folder. */
  readonly added: readonly string[];
}

const JOURNAL = 'journal.json';

/**
 * Makes changes to a published folder so that all of them happen or none: files that go are kept in `undo` until the
 * last one has come, and put back when something fails. Where the process itself dies, `undoChanges` mends it later.
 * New files come first, then others replace older ones, each in one step, and what goes goes last: whoever reads the folder meanwhile
 * misses no page, and nothing that a page needs.
 */
export function makeChanges(
  target: string,
  staging: string,
  undo: string,
  { removed, added }: FolderChanges,
): void {
  const changes = { removed: joinFolders(target, removed, added), added };
  mkdirSync(undo);
  try {
    writeFileSync(join(undo, JOURNAL), JSON.stringify(changes));
    changeFiles(target, staging, undo, changes);
    rmSync(join(undo, JOURNAL));
  } catch (error) {
    undoChanges(target, undo);
    throw error;
  }
  try {
    rmSync(undo, { recursive: true, force: true });
  } catch {
    // Without a journal it means nothing; the next build removes it.
  }
}

function changeFiles(target: string, staging: string, undo: string, { removed, added }: FolderChanges): void {
  const coming = new Set(added);
  const folders = new Set(listFolders(added));
  const isInTheWay = (name: string) =>
    folders.has(name) || listFolders([name]).some((folder) => coming.has(folder));
  const places = removed.map((name, at) => ({ name, from: join(target, name), to: join(undo, String(at)) }));
  // A file where a folder is to be, or the other way round.
  takeOut(places.filter(({ name }) => isInTheWay(name)));
  const moved = moveFolders([...folders].toReversed());
  const replaced = new Set(removed);
  for (const name of added)
    if (!replaced.has(name) && !moved.has(dirname(name))) renameSync(join(staging, name), join(target, name));
  for (const { name, from, to } of places) {
    if (!coming.has(name)) continue;
    keepCopy(from, to);
    renameSync(join(staging, name), from);
  }
  takeOut(places.filter(({ name }) => !coming.has(name) && !isInTheWay(name)));

  /** Folders that are new come with all that is in them. Returns these, and all folders in them. */
  function moveFolders(outerFirst: readonly string[]): ReadonlySet<string> {
    const moved = new Set<string>();
    for (const folder of outerFirst) {
      const place = join(target, folder);
      if (!moved.has(dirname(folder))) {
        if (exists(place)) continue;
        renameSync(join(staging, folder), place);
      }
      moved.add(folder);
    }
    return moved;
  }

  function takeOut(files: readonly (typeof places)[number][]): void {
    for (const { from, to } of files) renameSync(from, to);
    for (const folder of listFolders(files.map(({ name }) => name))) removeIfEmpty(join(target, folder));
  }
}

/** The names of files that go, with one name for all files of a folder in which nothing stays and to which nothing comes. */
function joinFolders(
  target: string,
  removed: readonly string[],
  added: readonly string[],
): readonly string[] {
  const coming = new Set([...added, ...listFolders(added)]);
  const going = new Map<string, Set<string>>();
  for (const name of removed) {
    const folder = dirname(name);
    if (folder === '.' || coming.has(folder)) continue;
    going.set(folder, (going.get(folder) ?? new Set()).add(basename(name)));
  }
  const whole = new Set(
    [...going].filter(([folder, names]) => holdsOnly(join(target, folder), names)).map(([folder]) => folder),
  );
  return [...removed.filter((name) => !whole.has(dirname(name))), ...whole];
}

function holdsOnly(folder: string, names: ReadonlySet<string>): boolean {
  return readdirSync(folder).every((name) => names.has(name));
}

/** By a second name; where the disk has none, the file itself goes, and its place is empty for a moment. */
function keepCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    renameSync(from, to);
  }
}

/**
 * Puts back what changes that were not completed took out of a published folder. Does nothing where there were none. What cannot be put
 * back, as a file that somebody reads on Windows, keeps nothing else from its place; the journal stays for the next time.
 */
export function undoChanges(target: string, undo: string): void {
  const journal = join(undo, JOURNAL);
  if (existsSync(journal)) {
    const { removed, added } = parseJournal(readFileSync(journal, 'utf8'));
    const copies = removed
      .map((name, at) => ({ copy: join(undo, String(at)), name }))
      .filter(({ copy }) => exists(copy));
    const replaced = new Set(removed);
    doEach([
      ...added.filter((name) => !replaced.has(name)).map((name) => () => removeFile(join(target, name))),
      ...listFolders(added).map((folder) => () => removeIfEmpty(join(target, folder))),
      ...copies.map((place) => () => putBack(place.copy, join(target, place.name))),
    ]);
  }
  rmSync(undo, { recursive: true, force: true });
}

/** In one step, where another file has the place. */
function putBack(copy: string, place: string): void {
  if (isSame(copy, place)) return;
  mkdirSync(dirname(place), { recursive: true });
  renameSync(copy, place);
}

/** Whether two names are of one file. */
function isSame(one: string, other: string): boolean {
  const [a, b] = [one, other].map((file) => lstatSync(file, { throwIfNoEntry: false, bigint: true }));
  return a !== undefined && b !== undefined && a.dev === b.dev && a.ino === b.ino;
}

/** Does all that can be done, and then says what could not. */
function doEach(steps: readonly (() => void)[]): void {
  const failures: unknown[] = [];
  for (const step of steps) {
    try {
      step();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}

/** One that was not written to its end was written before anything changed. */
function parseJournal(text: string): FolderChanges {
  try {
    return JSON.parse(text);
  } catch {
    return { removed: [], added: [] };
  }
}

/** The folders of files, each before those it lies in. */
export function listFolders(names: Iterable<string>): readonly string[] {
  const folders = new Set<string>();
  for (const name of names) {
    for (let folder = dirname(name); folder !== '.' && !folders.has(folder); folder = dirname(folder))
      folders.add(folder);
  }
  return [...folders].sort((one, other) => other.length - one.length);
}

/** A folder there is one whose files are about to come back. */
function removeFile(file: string): void {
  if (!lstatSync(file, { throwIfNoEntry: false })?.isDirectory()) rmSync(file, { force: true });
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (!['ENOTEMPTY', 'EEXIST', 'ENOENT', 'ENOTDIR'].includes(code)) throw error;
  }
}

function exists(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
}
