/**
 * Shards: one build on several machines. Every shard resolves the whole site, which is cheap, and renders its share of the
 * distinct texts into a folder of packs, with a manifest that says what they belong to. A merge is a build that finds its
 * renderings there. So it gives the bytes, the diagnostics and the exit code of a build in one piece by construction, and a
 * pack that is damaged or missing costs time only. The packs themselves are the business of `cache`.
 */
export { type Division, findDivision } from './find-division.ts';
export { renderFromShards, renderShard, type ShardFigures } from './render-shard.ts';
export { openShardFolder } from './shard-folder.ts';
export type { Shard, ShardInputs } from './types.ts';
