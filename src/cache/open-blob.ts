import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { CacheOptions } from './open-cache.ts';
import { DEFAULT_LIMIT, locatePack, openCacheFolder } from './open-folder.ts';
import type { Note } from './types.ts';

/** Keeps some bytes between processes of this machine. */
export interface CacheBlob {
  /** Where they lie, or would; undefined where the cache is no folder. For `readBlob`. */
  readonly file: string | undefined;
  /** Undefined where nothing is kept, or not byte for byte as it was written. */
  read(): Promise<Buffer | undefined>;
  /** The file, marked as used now; undefined where nothing is kept. */
  find(): Promise<string | undefined>;
  /** Nothing happens where the cache may not be written. */
  write(bytes: Buffer): Promise<void>;
}

/**
 * A place for some bytes in the folder of a cache, beside the renderings, and with them under its limit.
 *
 * @param name tells it from others; another name, other bytes
 */
export function openBlob(
  { dir, mode, limit = DEFAULT_LIMIT }: CacheOptions,
  name: string,
  note: Note = () => {},
): CacheBlob {
  if (dir === undefined)
    return {
      file: undefined,
      read: async () => undefined,
      find: async () => undefined,
      write: async () => {},
    };
  const store = openCacheFolder(dir, { limit, isReadOnly: mode === 'read' }, note);
  const pack = createHash('sha256').update(`drawer\n${name}`).digest('hex');
  const file = locatePack(dir, pack);
  return {
    file,
    async read() {
      const kept = await store.read(pack);
      return kept && check(kept);
    },
    find: async () => ((await store.touch(pack)) ? file : undefined),
    async write(bytes) {
      await store.write(pack, sum(bytes), bytes);
      await store.tidy();
    },
  };
}

/**
 * Reads the bytes that lie in the file of a blob, and does not mark them as used. Undefined where nothing is kept, or not byte
 * for byte as it was written.
 */
export function readBlob(file: string): Buffer | undefined {
  try {
    return check(readFileSync(file));
  } catch {
    return undefined;
  }
}

/** Bytes of the checksum that comes first. */
const CHECKSUM = 32;

/** Without the checksum, if it is right. */
function check(kept: Buffer): Buffer | undefined {
  const bytes = kept.subarray(CHECKSUM);
  return sum(bytes).equals(kept.subarray(0, CHECKSUM)) ? bytes : undefined;
}

function sum(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}
