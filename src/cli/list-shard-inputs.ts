import { fingerprintRenderer } from '../cache/index.ts';
import type { SiteSetup } from '../config/index.ts';
import type { ShardInputs } from '../shards/index.ts';
import { listMembers } from '../versions/index.ts';

/** What a shard notes of the command line and the program, and a merge has to find again. */
export function listShardInputs({ versions, built, languages }: SiteSetup): ShardInputs {
  return {
    program: fingerprintRenderer(),
    versions: listMembers(built, versions).map(({ name }) => name),
    languages,
  };
}
