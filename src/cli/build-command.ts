import type { Site } from '../build.ts';
import { createRenderer, type Renderer } from '../create-renderer.ts';
import { OutputError, openStaging, type Snapshot, type Staging } from '../output/index.ts';
import type { Indexer } from '../search/index.ts';
import { spareOptimizer } from '../spare-optimizer.ts';
import { UsageError } from '../usage-error.ts';
import { openSearch, type SearchFigures, writeSite } from '../write-site.ts';
import { openLastBuild } from './last-build.ts';
import type { Options } from './options.ts';
import { buildWith, isFailed, isPublished, type Prepared, prepare } from './prepare.ts';
import type { Reporter } from './reporter.ts';
import { describeSite, formatSummary, listFigures, type Outcome, type Told } from './summary.ts';

/** `decant build`: the whole way from sources to a published folder. With errors nothing is published unless asked for. */
export async function runBuild(options: Options, reporter: Reporter): Promise<number> {
  const start = performance.now();
  if (options.shard !== undefined) {
    spareOptimizer();
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
 * What `build` and `merge` share. Where the last build was made of the same and its site is still there, what it said is
 * said again, and that is all; where only bodies of files differ, the pages made of them may be all that is to be done.
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
  const last = await openLastBuild(prepared, options, reporter);
  const staging = await open(options, last.snapshot);
  // Without a last build there is most to do: the renderer begins to start.
  let renderer = last.snapshot === undefined ? create() : undefined;
  let indexer: Indexer | undefined;
  try {
    reporter.phase('reading');
    // Loaded while the thread of the staging folder looks at the last site.
    const { readFiles } = await import('../load/index.ts');
    const files = await readFiles(prepared.config);
    const difference = await last.compare(files);
    if (difference?.changed.size === 0 && (await staging.isAsBefore())) {
      const { told, searched } = difference.report;
      const search = searched === undefined ? undefined : { pages: searched, seconds: 0 };
      return report(told, { seconds: measure(start), search, isUnchanged: true }, options, reporter);
    }
    spareOptimizer();
    if (difference !== undefined && difference.changed.size > 0) {
      const { buildPart } = await import('./build-part.ts');
      const part = await buildPart(prepared, difference, files.value, last, staging, options, reporter);
      if (part !== undefined)
        return report(part.told, { seconds: measure(start), anew: part.anew }, options, reporter);
    }
    renderer ??= create();
    const search = await openSearch(options.search && prepared.config.search);
    indexer = search.value;
    const told = { ...prepared, diagnostics: [...prepared.diagnostics, ...search.diagnostics] };
    const site = await buildWith(told, { ...renderer, files }, 'warning', reporter);
    await renderer.rest();
    const published = isPublished(site, options);
    const searched = published ? await publish(site, staging, reporter, indexer) : undefined;
    // A server takes what is new while pages are written.
    await renderer.close();
    if (published && search.diagnostics.length === 0) await last.replace(site, searched?.pages, staging);
    const seconds = measure(start) - (searched?.seconds ?? 0);
    return report(describeSite(site), { seconds, search: searched }, options, reporter);
  } finally {
    await staging.discard();
    await renderer?.close();
    await indexer?.close();
  }
}

/** Seconds since a time of `performance.now`. */
function measure(start: number): number {
  return (performance.now() - start) / 1000;
}

/** Returns the exit code. */
function report(site: Told, figures: Omit<Outcome, 'out'>, options: Options, reporter: Reporter): number {
  const outcome = { ...figures, out: isPublished(site, options) ? options.out : undefined };
  reporter.diagnostics(site.diagnostics);
  reporter.summary(formatSummary(site, outcome));
  reporter.json({ figures: listFigures(site, outcome), diagnostics: site.diagnostics });
  return isFailed(site, options) ? 1 : 0;
}

async function open({ out, root }: Options, snapshot: Snapshot | undefined): Promise<Staging> {
  const staging = await openStaging(out, root, snapshot).catch((error: unknown) => {
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
