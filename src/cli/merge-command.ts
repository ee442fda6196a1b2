import { createRenderer } from '../create-renderer.ts';
import { findDivision, renderFromShards } from '../shards/index.ts';
import { buildAndPublish } from './build-command.ts';
import { listShardInputs } from './list-shard-inputs.ts';
import type { Options } from './options.ts';
import { prepare } from './prepare.ts';
import type { Reporter } from './reporter.ts';

/** `decant merge`: a build that finds its renderings in the folders that shards have written. */
export async function runMerge(options: Options, reporter: Reporter): Promise<number> {
  const start = performance.now();
  const prepared = await prepare(options, reporter);
  if (prepared === undefined) return 2;
  const division = await findDivision(options.shardFolders, listShardInputs(prepared.setup));
  const shards = division.folders.map((dir) => ({ dir, mode: 'read' }) as const);
  const create = () => {
    const renderer = createRenderer({ ...options, shards, onNote: reporter.note });
    const renderMarkdown = renderFromShards(renderer.renderMarkdown, division);
    // Shards render all texts as pages need them.
    return { ...renderer, renderMarkdown, makesOutlines: false };
  };
  // Nothing is taken from the last build: a merge is to say whether the shards are of this content.
  return buildAndPublish(prepared, create, { ...options, cache: undefined }, reporter, { start });
}
