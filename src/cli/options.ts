import { join } from 'node:path';
import type { CacheOptions } from '../cache/index.ts';
import type { Parser } from '../markdown/index.ts';
import type { Shard } from '../shards/index.ts';

/** What the commands that build or judge a whole site are asked for. Names of versions and languages are not looked up yet. */
export interface Options {
  readonly versions: readonly string[];
  readonly languages: readonly string[];
  /** Absolute. */
  readonly root: string;
  /** Absolute. */
  readonly out: string;
  /** Which part of a build to do; undefined for all of it. */
  readonly shard: Shard | undefined;
  /** Absolute folders in which `merge` looks for shards. */
  readonly shardFolders: readonly string[];
  readonly keepGoing: boolean;
  /** Whether the site file decides about a search index; without, there is none. */
  readonly search: boolean;
  readonly strict: boolean;
  /** Absolute; that of the site file, if it names one, if undefined. */
  readonly ledger: string | undefined;
  readonly json: boolean;
  readonly quiet: boolean;
  readonly port: number;
  /** Undefined where nothing shall be kept between runs. */
  readonly cache: CacheOptions | undefined;
  readonly parser: Parser;
  /** Processes that render Markdown: as many as there are processors if undefined. */
  readonly workers: number | undefined;
}

/** Options as a command line without any flags would have them, with those that there are. */
export function completeOptions(
  given: Partial<Omit<Options, 'out'>> & { readonly root: string; readonly out?: string | undefined },
): Options {
  const out = given.out ?? join(given.root, '_site');
  return {
    versions: [],
    languages: [],
    shard: undefined,
    shardFolders: [],
    keepGoing: false,
    search: true,
    strict: false,
    ledger: undefined,
    json: false,
    quiet: false,
    port: 8080,
    cache: undefined,
    parser: 'native',
    workers: undefined,
    ...given,
    out,
  };
}

/** Where the shards of a build meet: beside the output folder, which holds nothing but the site. */
export function formatShardsFolder(out: string): string {
  return `${out}.shards`;
}
