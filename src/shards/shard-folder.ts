import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatManifest, MANIFEST } from './manifest.ts';
import type { Manifest, Shard } from './types.ts';

/** The folder that a shard leaves for the merge. */
export interface ShardFolder {
  /** Absolute. */
  readonly dir: string;
  /** Says that everything is there. */
  complete(manifest: Manifest): Promise<void>;
}

const OWN_FILE = /\.(?:pack|draft)$/;

/** Where a shard lies below the folder in which all shards of a build meet: `3-of-7`. */
function formatShardFolder({ number, of }: Shard): string {
  return `${number}-of-${of}`;
}

/** Makes the folder, or takes away what the last build of the shard has left there. */
export async function openShardFolder(parent: string, shard: Shard): Promise<ShardFolder> {
  const dir = join(parent, formatShardFolder(shard));
  await mkdir(dir, { recursive: true });
  const manifest = join(dir, MANIFEST);
  await rm(manifest, { force: true });
  for (const name of await readdir(dir)) if (OWN_FILE.test(name)) await rm(join(dir, name), { force: true });
  return {
    dir,
    async complete(content) {
      const draft = `${manifest}.draft`;
      await writeFile(draft, formatManifest(content));
      await rename(draft, manifest);
    },
  };
}
