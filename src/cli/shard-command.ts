import { buildShard } from '../build-shard.ts';
import { listSources, type SiteConfig } from '../config/index.ts';
import { createRenderer } from '../create-renderer.ts';
import { OutputError, refuseSources } from '../output/index.ts';
import { openShardFolder, type Shard } from '../shards/index.ts';
import { UsageError } from '../usage-error.ts';
import { listShardInputs } from './list-shard-inputs.ts';
import { formatShardsFolder, type Options } from './options.ts';
import { prepare } from './prepare.ts';
import type { Reporter } from './reporter.ts';

/** `decant build --shard=2/7`: renders a share of the texts for `decant merge`, beside the output folder. */
export async function runShard(options: Options, shard: Shard, reporter: Reporter): Promise<number> {
  const start = performance.now();
  const prepared = await prepare(options, reporter);
  if (prepared === undefined) return 2;
  const { config, selection } = prepared;
  checkOutput(options, config);
  const folder = await openShardFolder(formatShardsFolder(options.out), shard);
  const kept = { dir: folder.dir, mode: 'write', limit: Number.POSITIVE_INFINITY } as const;
  const renderer = createRenderer({ ...options, shards: [kept], onNote: reporter.note });
  const { renderMarkdown } = renderer;
  const onPhase = (name: string) => reporter.phase(name);
  const { texts, rendered, hash } = await buildShard(
    config,
    { ...selection, renderMarkdown, onPhase },
    shard,
  ).finally(() => renderer.close());
  await folder.complete({ ...listShardInputs(prepared), ...shard, texts: hash });
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

/** @throws UsageError where the folder beside the output would lie among the sources */
function checkOutput({ out, root }: Options, config: SiteConfig): void {
  try {
    refuseSources(out, root, listSources(config));
  } catch (error) {
    throw error instanceof OutputError ? new UsageError(error.message) : error;
  }
}
