import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '../usage-error.ts';
import { MANIFEST, parseManifest } from './manifest.ts';
import type { Manifest, ShardInputs } from './types.ts';

/** All shards of a build. */
export interface Division {
  readonly of: number;
  /** Their folders, in order. */
  readonly folders: readonly string[];
  /** Hash of all texts of the build. */
  readonly texts: string;
}

interface FoundShard {
  readonly folder: string;
  readonly manifest: Manifest;
}

/**
 * Finds the shards to merge. Where the folders hold shards of several divisions, the finest one counts.
 *
 * @param folders that are a shard, or hold shards
 * @throws UsageError where shards are missing, or are not of these inputs, or not of one build
 */
export async function findDivision(folders: readonly string[], inputs: ShardInputs): Promise<Division> {
  const found = (await Promise.all(folders.map(findShards))).flat();
  const of = Math.max(0, ...found.map(({ manifest }) => manifest.of));
  if (of === 0)
    throw new UsageError(
      `There is no shard in ${folders.join(', ')}. Build shards with 'decant build --shard=1/2', 2/2 and so on; a shard that failed counts as none.`,
    );
  const shards = Array.from({ length: of }, (_, at) => pickShard(found, at + 1, of));
  const missing = shards.flatMap((shard, at) => (shard === undefined ? `${at + 1}/${of}` : []));
  if (missing.length > 0)
    throw new UsageError(
      `Shard ${missing.join(', ')} is missing in ${folders.join(', ')}. Build it before merging; a shard that failed counts as missing.`,
    );
  const whole = shards.filter((shard) => shard !== undefined);
  for (const { manifest } of whole) refuseOthers(manifest, inputs);
  return { of, folders: whole.map(({ folder }) => folder), texts: unite(whole) };
}

/** The shard that a folder is, or those in the folders just below it. */
async function findShards(folder: string): Promise<readonly FoundShard[]> {
  const names = await readdir(folder).catch(() => []);
  const candidates = [folder, ...[...names].sort().map((name) => join(folder, name))];
  return (await Promise.all(candidates.map(readShard))).flat();
}

async function readShard(folder: string): Promise<readonly FoundShard[]> {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => '');
  const manifest = parseManifest(text);
  return manifest === undefined ? [] : [{ folder, manifest }];
}

function pickShard(found: readonly FoundShard[], number: number, of: number): FoundShard | undefined {
  return found.find(({ manifest }) => manifest.of === of && manifest.number === number);
}

function refuseOthers({ number, of, ...manifest }: Manifest, inputs: ShardInputs): void {
  const name = `Shard ${number}/${of}`;
  if (manifest.program !== inputs.program)
    throw new UsageError(`${name} was built by another version of Decant. Build it again with this one.`);
  for (const kind of ['versions', 'languages'] as const) {
    const [built, wanted] = [manifest[kind].join(', '), inputs[kind].join(', ')];
    if (built !== wanted)
      throw new UsageError(
        `${name} was built for the ${kind} ${built}, but this merge is for ${wanted}. Name the same ones for both.`,
      );
  }
}

function unite(shards: readonly FoundShard[]): string {
  const [first] = shards;
  const other = shards.find(({ manifest }) => manifest.texts !== first?.manifest.texts);
  if (other !== undefined)
    throw new UsageError(
      `Shard ${other.manifest.number}/${other.manifest.of} was built from other content than shard 1. Build all of them from one state of the content.`,
    );
  return first?.manifest.texts ?? '';
}
