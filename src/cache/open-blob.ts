import { createHash } from 'node:crypto';
import type { CacheOptions } from './open-cache.ts';
import { DEFAULT_LIMIT, openCacheFolder } from './open-folder.ts';
import type { Note } from './types.ts';

/** Keeps some bytes between processes of this machine. */
export interface CacheBlob {
  /** Undefined where nothing is kept, or not byte for byte as it was written. */
  read(): Promise<Buffer | undefined>;
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
  if (dir === undefined) return { read: async () => undefined, write: async () => {} };
  const store = openCacheFolder(dir, { limit, isReadOnly: mode === 'read' }, note);
  const file = createHash('sha256').update(`drawer\n${name}`).digest('hex');
  return {
    async read() {
      const kept = await store.read(file);
      return kept !== undefined && sum(kept.subarray(CHECKSUM)).equals(kept.subarray(0, CHECKSUM))
        ? kept.subarray(CHECKSUM)
        : undefined;
    },
    async write(bytes) {
      await store.write(file, sum(bytes), bytes);
      await store.tidy();
    },
  };
}

/** Bytes of the checksum that comes first. */
const CHECKSUM = 32;

function sum(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}
