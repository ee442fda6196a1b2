import { listSources, type SiteConfig, type SiteSetup } from '../config/index.ts';
import { createRenderer, type Renderer } from '../create-renderer.ts';
import { OutputError, refuseSources } from '../output/index.ts';
import { openShardFolder, renderShard, type Shard, type ShardFigures } from '../shards/index.ts';
import { UsageError } from '../usage-error.ts';
import { listShardInputs } from './list-shard-inputs.ts';
import { formatShardsFolder, type Options } from './options.ts';
import { openPrepared, prepare } from './prepare.ts';
import type { Reporter } from './reporter.ts';

/** `decant build --shard=2/7`: renders a share of the texts for `decant merge`, beside the output folder. */
export async function runShard(options: Options, shard: Shard, reporter: Reporter): Promise<number> {
  const start = performance.now();
  const prepared = await prepare(options, reporter);
  if (prepared === undefined) return 2;
  const { setup } = prepared;
  checkOutput(options, setup.config);
  const folder = await openShardFolder(formatShardsFolder(options.out), shard);
  const kept = { dir: folder.dir, mode: 'write', limit: Number.POSITIVE_INFINITY } as const;
  const renderer = createRenderer({ ...options, shards: [kept], onNote: reporter.note });
  const { texts, rendered, hash } = await renderShareOf(setup, shard, renderer, reporter).finally(() =>
    renderer.close(),
  );
  await folder.complete({ ...listShardInputs(setup), ...shard, texts: hash });
  const seconds = Number(((performance.now() - start) / 1000).toFixed(2));
  reporter.summary([
    `shard        ${shard.number}/${shard.of}`,
    `texts        ${rendered} of ${texts}`,
    `seconds      ${seconds.toFixed(1)}`,
    `Written to ${folder.dir}`,
  ]);
  reporter.json({ figures: { shard, texts, rendered, seconds, written: folder.dir }, diagnostics: [] });
  return 0;
}

/** What is wrong with the content is left to the merge, which sees it all: a shard only renders. */
async function renderShareOf(
  setup: SiteSetup,
  shard: Shard,
  { renderMarkdown }: Renderer,
  reporter: Reporter,
): Promise<ShardFigures> {
  const workspace = await openPrepared(setup, { renderMarkdown }, reporter);
  const { createMarkdownOptions, listTexts } = await import('../workspace/index.ts');
  reporter.phase('resolving');
  const { value } = await workspace.resolved();
  reporter.phase('rendering');
  const { texts, folders } = listTexts(value);
  const options = createMarkdownOptions(setup.config, workspace.corpus);
  return renderShard(renderMarkdown, shard, texts, options, folders);
}

/** @throws UsageError where the folder beside the output would lie among the sources */
function checkOutput({ out, root }: Options, config: SiteConfig): void {
  try {
    refuseSources(out, root, listSources(config));
  } catch (error) {
    throw error instanceof OutputError ? new UsageError(error.message) : error;
  }
}
