import { createHash } from 'node:crypto';
import type { CacheOptions } from './open-cache.ts';
import { DEFAULT_LIMIT, openFolder } from './open-folder.ts';
import { formatPack, parsePack } from './pack.ts';
import type { Note } from './types.ts';

/** Keeps one value of JSON between processes of this machine. */
export interface Drawer {
  /** Undefined where nothing is kept, or not as it was written. */
  read(): Promise<unknown>;
  /** Nothing happens where the cache may not be written. */
  write(value: unknown): Promise<void>;
}

const KEY = 'value';

/**
 * A place for a value in the folder of a cache, beside the renderings, and with them under its limit.
 *
 * @param name tells it from others; another name, another value
 */
export function openDrawer(
  { dir, mode, limit = DEFAULT_LIMIT }: CacheOptions,
  name: string,
  note: Note = () => {},
): Drawer {
  if (dir === undefined) return { read: async () => undefined, write: async () => {} };
  const store = openFolder(dir, { limit, isReadOnly: mode === 'read' }, note);
  const file = createHash('sha256').update(`drawer\n${name}`).digest('hex');
  return { read, write };

  async function read(): Promise<unknown> {
    const pack = parsePack((await store.read(file)) ?? Buffer.alloc(0));
    const json = pack?.get(KEY)?.json;
    return json && JSON.parse(json.toString());
  }

  async function write(value: unknown): Promise<void> {
    const json = Buffer.from(JSON.stringify(value));
    await store.write(file, formatPack(new Map([[KEY, { age: 0, json }]])));
    await store.tidy();
  }
}
