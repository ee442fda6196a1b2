import type { Site } from '../build.ts';
import { createRenderer, type Renderer } from '../create-renderer.ts';
import { OutputError, openStaging, type Staging } from '../publish/index.ts';
import type { Indexer } from '../search/index.ts';
import { UsageError } from '../usage-error.ts';
import { openSearch, type SearchFigures, writeSite } from '../write-site.ts';
import type { Options } from './options.ts';
import { buildWith, isFailed, type Prepared, prepare } from './prepare.ts';
import type { Reporter } from './reporter.ts';
import { formatSummary, listFigures } from './summary.ts';

/** `decant build`: the whole way from sources to a published folder. With errors nothing is published unless asked for. */
export async function runBuild(options: Options, reporter: Reporter): Promise<number> {
  const start = performance.now();
  if (options.shard !== undefined) {
    const { runShard } = await import('./shard-command.ts');
    return runShard(options, options.shard, reporter);
  }
  const prepared = await prepare(options, reporter);
  if (prepared === undefined) return 2;
  return buildAndPublish(
    prepared,
    () => createRenderer({ ...options, onNote: reporter.note }),
    options,
    reporter,
    start,
  );
}

/**
 * What `build` and `merge` share.
 *
 * @param start of the command, in milliseconds of `performance.now`
 */
export async function buildAndPublish(
  prepared: Prepared,
  create: () => Renderer,
  options: Options,
  reporter: Reporter,
  start: number,
): Promise<number> {
  const staging = await open(options);
  const search = await openSearch(options.search && prepared.config.search);
  const renderer = create();
  try {
    const told = { ...prepared, diagnostics: [...prepared.diagnostics, ...search.diagnostics] };
    const site = await buildWith(told, renderer, 'warning', reporter);
    await renderer.rest();
    const failed = isFailed(site, options);
    const published = !failed || options.keepGoing;
    const searched = published ? await publish(site, staging, reporter, search.value) : undefined;
    // A server takes what is new while pages are written.
    await renderer.close();
    const seconds = (performance.now() - start) / 1000 - (searched?.seconds ?? 0);
    reporter.diagnostics(site.diagnostics);
    const outcome = { out: published ? options.out : undefined, seconds, search: searched };
    reporter.summary(formatSummary(site, outcome));
    reporter.json({ figures: listFigures(site, outcome), diagnostics: site.diagnostics });
    return failed ? 1 : 0;
  } finally {
    await staging.discard();
    await renderer.close();
    await search.value?.close();
  }
}

async function open({ out, root }: Options): Promise<Staging> {
  const staging = await openStaging(out, root).catch((error: unknown) => {
    throw error instanceof OutputError ? new UsageError(error.message) : error;
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, async () => {
      await staging.discard();
      process.exit(signal === 'SIGINT' ? 130 : 143);
    });
  }
  return staging;
}

/** Writes into the staging folder and swaps it in. */
export async function publish(
  site: Site,
  staging: Staging,
  reporter: Reporter,
  indexer?: Indexer,
): Promise<SearchFigures | undefined> {
  const search = await writeSite(site, staging, indexer, (name) => reporter.phase(name));
  reporter.phase('publishing');
  await staging.publish();
  return search;
}
