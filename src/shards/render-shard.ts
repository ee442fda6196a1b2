import type { MarkdownOptions, RenderMarkdown } from '../markdown/index.ts';
import { UsageError } from '../usage-error.ts';
import { findShardOf, formatShelf, hashTexts, pickTexts } from './divide.ts';
import type { Division } from './find-division.ts';
import type { Shard } from './types.ts';

export interface ShardFigures {
  /** Distinct texts that this shard rendered. */
  readonly rendered: number;
  /** Distinct texts of the whole build. */
  readonly texts: number;
  /** Hash of all texts, for the manifest. */
  readonly hash: string;
}

/**
 * Renders the share of one shard, for a renderer that keeps what it rendered in the shard's folder.
 *
 * @param folders of the texts, as a whole build gives them to its renderer
 */
export async function renderShard(
  render: RenderMarkdown,
  shard: Shard,
  texts: readonly string[],
  options: MarkdownOptions,
  folders: readonly string[],
): Promise<ShardFigures> {
  const share = pickTexts(texts, folders, shard);
  await render(share.texts, options, share.folders);
  return { rendered: share.texts.length, texts: new Set(texts).size, hash: hashTexts(texts, options) };
}

/**
 * A renderer that asks where the shards of a division have put their renderings.
 *
 * @throws UsageError (when it renders) where the shards were not made of these texts
 */
export function renderFromShards(render: RenderMarkdown, { of, texts: expected }: Division): RenderMarkdown {
  return async (texts, options, folders = []) => {
    if (hashTexts(texts, options) !== expected)
      throw new UsageError(
        'The shards were built from other content or with other options. Build them again from the content to merge.',
      );
    const shelves = texts.map((text, at) =>
      formatShelf(folders[at] ?? '', { number: findShardOf(text, of), of }),
    );
    return render(texts, options, shelves);
  };
}
