import type { BuildRequest } from './build.ts';
import type { SiteConfig } from './config/index.ts';
import { loadCorpus } from './load/index.ts';
import { createMarkdownOptions } from './markdown-options.ts';
import { listTexts } from './render-articles.ts';
import { createResolver } from './resolve/index.ts';
import { resolveArticles } from './resolve-articles.ts';
import { renderShard, type Shard, type ShardFigures } from './shards/index.ts';
import { listVersions } from './versions/index.ts';

export type ShardRequest = Pick<BuildRequest, 'built' | 'languages' | 'renderMarkdown' | 'onPhase'>;

/**
 * The first stages of `buildSite`, as far as one shard takes part in them. What is wrong with the content is left to the
 * merge, which sees it all: a shard only renders.
 */
export async function buildShard(
  config: SiteConfig,
  { built, languages, renderMarkdown, onPhase }: ShardRequest,
  shard: Shard,
): Promise<ShardFigures> {
  const versions = listVersions(config.plans);
  onPhase?.('reading');
  const corpus = await loadCorpus(config, versions);
  const scope = { config, corpus: corpus.value, versions, built, languages };
  onPhase?.('resolving');
  const resolutions = await resolveArticles(
    createResolver(scope),
    [...corpus.value.articles.values()],
    scope,
  );
  onPhase?.('rendering');
  const { texts, folders } = listTexts(resolutions.value);
  return renderShard(renderMarkdown, shard, texts, createMarkdownOptions(config, corpus.value), folders);
}
