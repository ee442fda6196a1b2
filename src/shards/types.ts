/** One of the equal parts that a build is divided into: `2/7` is number 2 of 7. */
export interface Shard {
  /** Counted from 1. */
  readonly number: number;
  readonly of: number;
}

/** What shards have to have in common to belong to one build. */
export interface ShardInputs {
  /** Fingerprint of the code that renders. */
  readonly program: string;
  /** Names of the versions and codes of the languages that pages are made for. */
  readonly versions: readonly string[];
  readonly languages: readonly string[];
}

/** What a shard says of itself, in `shard.json` beside its packs. Written last: a shard without it has failed. */
export interface Manifest extends ShardInputs, Shard {
  /** Hash of all texts of the build, also those of other shards, and of how they are rendered. */
  readonly texts: string;
}
