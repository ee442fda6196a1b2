import { lstatSync } from 'node:fs';
import { dirname } from 'node:path/posix';
import { deserialize, serialize } from 'node:v8';
import { readLastSite } from './read-last-site.ts';
import { type LoadedSnapshot, loadSnapshot, type StoredSnapshot } from './snapshot-drawer.ts';

/** How a folder was left; by it `openSnapshot` tells whether it still is as it was. */
export interface Snapshot {
  /** The files that lay in it when all of it was looked at, and its folders as they were left last; large. */
  readonly whole: Uint8Array | StoredSnapshot;
  /** What has been put into it since then: little, and plain data. */
  readonly since: Entries;
}

/** Names are relative, with `/`; the folder itself is `.`. What was not there has no stamp. */
interface Entries {
  /** Milliseconds: when something last came into a folder, or went. So no folder need be listed again. */
  readonly folders: Stamps<number>;
  /** Bytes, and the milliseconds of the last change: another text where a file was written again. */
  readonly files: Stamps<string>;
  /** Files and folders that were taken away. */
  readonly gone?: readonly string[];
}

type Stamps<T> = readonly (readonly [name: string, stamp: T | undefined])[];

/** `Entries` to be looked up. */
interface Table {
  readonly folders: ReadonlyMap<string, number | undefined>;
  readonly files: ReadonlyMap<string, string | undefined>;
}

/** The snapshot of a folder that holds some files; undefined where it holds anything else. */
export function snapshotFolder(dir: string, names: ReadonlySet<string>): Snapshot | undefined {
  const { files, others } = readLastSite(dir);
  const isAll = files.size === names.size && [...files].every((name) => names.has(name));
  if (!isAll || others.length > 0) return undefined;
  return { whole: serialize(stampFiles(dir, names)), since: { folders: [], files: [] } };
}

/** How a folder differs from one that was as its snapshot says. */
export interface Differing {
  /** Files that were put into it. */
  readonly names: ReadonlySet<string>;
  /** Files that were taken away, with the folders that were left empty. */
  readonly removed?: ReadonlySet<string>;
  /** Whether its folders are all other ones, with all files but some; else only those that lead to these files were touched. */
  readonly isSwapped: boolean;
}

/** A folder that its snapshot was compared with. */
export interface KnownFolder {
  /** Whether all in it is as it was. */
  readonly isAsBefore: boolean;
  /** The names of the files that it had. */
  list(): ReadonlySet<string>;
  /**
   * The snapshot of a folder that is as this one was, but for some files. What was looked at once stays as it is, for it is
   * large, unless the folders are other ones or most of it does not hold any more.
   */
  refresh(dir: string, differing: Differing): Snapshot;
}

/**
 * Compares a folder with its snapshot. Undefined where that is not to be had any more.
 *
 * @param early what a file held when it was looked into before
 */
export function openSnapshot(
  dir: string,
  snapshot: Snapshot,
  early?: LoadedSnapshot,
): KnownFolder | undefined {
  const bytes = readWhole(snapshot, early);
  if (bytes === undefined) return undefined;
  const whole: Table = deserialize(bytes);
  const { since } = snapshot;
  return {
    isAsBefore: isAsBefore(dir, whole, since),
    list() {
      const gone = new Set(since.gone);
      const names = [...whole.files.keys(), ...since.files.map(([name]) => name)];
      return new Set(names.filter((name) => !gone.has(name)));
    },
    refresh: (folder, differing) => refresh(folder, differing, whole, snapshot),
  };
}

function readWhole({ whole }: Snapshot, early: LoadedSnapshot | undefined): Uint8Array | undefined {
  if (!('file' in whole)) return whole;
  const isEarly = early?.of === whole.of;
  const loaded = isEarly ? early : loadSnapshot(whole.file);
  return loaded?.of === whole.of ? loaded.whole : undefined;
}

function refresh(
  dir: string,
  { names, removed = new Set(), isSwapped }: Differing,
  before: Table,
  { whole, since }: Snapshot,
): Snapshot {
  const stamped = stampFiles(dir, new Set([...names, ...removed]));
  const stampAgain = (names: Iterable<string>) =>
    new Map([...names].map((name) => [name, stampFolder(`${dir}/${name}`)]));
  const known = new Map(since.folders);
  const folders = new Map([...(isSwapped ? stampAgain(known.keys()) : known), ...stamped.folders]);
  const files = new Map([...since.files, ...stamped.files]);
  const gone = listGone(before, stamped, [...(since.gone ?? []), ...removed]);
  for (const table of [stamped.files, stamped.folders])
    for (const [name, stamp] of table)
      if (stamp === undefined) for (const all of [files, folders]) all.delete(name);
  const all = {
    folders: isSwapped ? stampAgain(before.folders.keys()) : before.folders,
    files: before.files,
  };
  const isMuch = files.size + gone.size > before.files.size / 2;
  if (isMuch)
    return { whole: serialize(joinTables(all, { folders, files }, gone)), since: { folders: [], files: [] } };
  return {
    // The files are those of the last site; the folders they lie in may be new.
    whole: isSwapped ? serialize(all) : whole,
    since: { folders: [...folders], files: [...files], gone: [...gone] },
  };
}

/** What was there when all was looked at, and is no more. Of what came later the folder that it lay in tells as much. */
function listGone(before: Table, stamped: Table, removed: readonly string[]): ReadonlySet<string> {
  const isThere = (name: string) =>
    stamped.files.get(name) !== undefined || stamped.folders.get(name) !== undefined;
  const left = [...stamped.folders].flatMap(([name, stamp]) => (stamp === undefined ? [name] : []));
  return new Set(
    [...removed, ...left].filter(
      (name) => !isThere(name) && (before.files.has(name) || before.folders.has(name)),
    ),
  );
}

function joinTables(before: Table, later: Table, gone: ReadonlySet<string>): Table {
  const join = <T>(one: ReadonlyMap<string, T>, other: ReadonlyMap<string, T>) =>
    new Map([...one, ...other].filter(([name]) => !gone.has(name)));
  return { folders: join(before.folders, later.folders), files: join(before.files, later.files) };
}

function isAsBefore(dir: string, { folders, files }: Table, since: Entries): boolean {
  const later: Table = { folders: new Map(since.folders), files: new Map(since.files) };
  const gone = new Set(since.gone);
  return (
    hasSame(folders, later.folders, gone, (name) => stampFolder(`${dir}/${name}`)) &&
    hasSame(files, later.files, gone, (name) => stampFile(`${dir}/${name}`)) &&
    [...gone].every((name) => lstatSync(`${dir}/${name}`, { throwIfNoEntry: false }) === undefined)
  );
}

/** What was not there is not the same. */
function hasSame<T>(
  before: ReadonlyMap<string, T | undefined>,
  later: ReadonlyMap<string, T | undefined>,
  gone: ReadonlySet<string>,
  stamp: (name: string) => T | undefined,
): boolean {
  const isSame = (name: string, known: T | undefined) => known !== undefined && stamp(name) === known;
  for (const [name, known] of before)
    if (!later.has(name) && !gone.has(name) && !isSame(name, known)) return false;
  for (const [name, known] of later) if (!isSame(name, known)) return false;
  return true;
}

/** Of some files and all folders they lie in. */
function stampFiles(dir: string, names: ReadonlySet<string>): Table {
  const files = new Map([...names].map((name) => [name, stampFile(`${dir}/${name}`)]));
  const folders = new Map([['.', stampFolder(`${dir}/.`)]]);
  for (const name of names)
    for (let folder = dirname(name); !folders.has(folder); folder = dirname(folder))
      folders.set(folder, stampFolder(`${dir}/${folder}`));
  return { folders, files };
}

function stampFolder(folder: string): number | undefined {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  return found?.isDirectory() ? found.mtimeMs : undefined;
}

function stampFile(file: string): string | undefined {
  const found = lstatSync(file, { throwIfNoEntry: false });
  return found?.isFile() ? `${found.size} ${found.mtimeMs}` : undefined;
}
