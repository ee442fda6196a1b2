import { fingerprintRenderer } from '../cache/index.ts';
import type { ShardInputs } from '../shards/index.ts';
import { listMembers, listVersions } from '../versions/index.ts';
import type { Prepared } from './prepare.ts';

/** What a shard notes of the command line and the program, and a merge has to find again. */
export function listShardInputs({ config, selection }: Pick<Prepared, 'config' | 'selection'>): ShardInputs {
  return {
    program: fingerprintRenderer(),
    versions: listMembers(selection.built, listVersions(config.plans)).map(({ name }) => name),
    languages: selection.languages,
  };
}
