import { existsSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { type CacheOptions, type Note, openBlob, readBlob } from '../cache/index.ts';

/** The snapshot of all of a folder as it lies in a file: who compares with it reads it, which may be another thread. */
export interface StoredSnapshot {
  /** Absolute path. */
  readonly file: string;
  /** What the snapshot belongs to; another one that lies there instead is none. */
  readonly of: string;
}

/** Keeps the snapshot of all of a folder in the cache, until another takes its place. */
export interface SnapshotDrawer {
  /** Where it lies, marked as used now; undefined where there is none. What it holds is not looked at. */
  find(of: string): Promise<StoredSnapshot | undefined>;
  write(of: string, whole: Uint8Array): Promise<void>;
}

/** What a file holds. */
export interface LoadedSnapshot {
  readonly of: string;
  readonly whole: Uint8Array;
}

/** Part of the name of the file: another form, another number. */
const FORM = 4;

/** @param out the folder that is published into; absolute */
export function openSnapshotDrawer(cache: CacheOptions, out: string, note?: Note): SnapshotDrawer {
  const blob = openBlob(cache, nameBlob(out), note);
  return {
    async find(of) {
      const file = await blob.find();
      return file === undefined ? undefined : { file, of };
    },
    write: (of, whole) => blob.write(serialize({ of, whole } satisfies LoadedSnapshot)),
  };
}

/** Where the snapshot of a folder lies, if it was kept; for who begins to read it before anything else is known. */
export function locateSnapshot(cache: CacheOptions | undefined, out: string): string | undefined {
  const file = cache && openBlob(cache, nameBlob(out)).file;
  return file !== undefined && existsSync(file) ? file : undefined;
}

/** Undefined where it is not there, or not byte for byte as it was written. */
export function loadSnapshot(file: string): LoadedSnapshot | undefined {
  const bytes = readBlob(file);
  return bytes && deserialize(bytes);
}

function nameBlob(out: string): string {
  return `snapshot ${FORM} ${out}`;
}
