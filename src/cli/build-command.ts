import { listSources } from '../config/index.ts';
import { createRenderer, describeDrawer } from '../create-renderer.ts';
import { type IdleThread, OutputError, openStaging, type Snapshot, type Staging } from '../output/index.ts';
import {
  type BuildTask,
  type Built,
  buildInto,
  isFailed,
  isPublished,
  openBuildRecord,
  openLastBuild,
  openLedger,
  type Prepared,
} from '../publish-site/index.ts';
import { openHeads } from '../record/index.ts';
import { tuneV8 } from '../tune-v8.ts';
import { UsageError } from '../usage-error.ts';
import type { Options } from './options.ts';
import { prepare } from './prepare.ts';
import type { Reporter } from './reporter.ts';
import { formatSummary, listFigures } from './summary.ts';

/**
 * `decant build`: the whole way from sources to a published folder. With errors nothing is published unless asked for.
 *
 * @param thread one that writes files, where it is started already
 */
export async function runBuild(options: Options, reporter: Reporter, thread?: IdleThread): Promise<number> {
  const start = performance.now();
  if (options.shard !== undefined) {
    tuneV8();
    const { runShard } = await import('./shard-command.ts');
    return runShard(options, options.shard, reporter);
  }
  const prepared = await prepare(options, reporter);
  if (prepared === undefined) return 2;
  const create = (isPart: boolean) => {
    const part = options.cache && { ...options.cache, remote: undefined, isPartial: true };
    return createRenderer({ ...options, cache: isPart ? part : options.cache, onNote: reporter.note });
  };
  return buildAndPublish(prepared, create, options, reporter, { start, thread });
}

/**
 * What `build` and `merge` share. Returns the exit code.
 *
 * @param started `start` is that of the command, in milliseconds of `performance.now`
 */
export async function buildAndPublish(
  prepared: Prepared,
  create: BuildTask['createRenderer'],
  options: Options,
  reporter: Reporter,
  { start, thread }: { readonly start: number; readonly thread?: IdleThread | undefined },
): Promise<number> {
  const record = openBuildRecord(options, reporter.note);
  const last = await openLastBuild(prepared, record, options);
  const ledger = await openLedger({ ...options, config: prepared.setup.config, known: last.ledger });
  if (ledger.diagnostics.length > 0) {
    reporter.refuse('The ledger of addresses cannot be used.', ledger.diagnostics);
    return 2;
  }
  const staging = await open(options, prepared, last.snapshot, thread);
  try {
    const { phase: onPhase, trace: onTrace } = reporter;
    const cards = describeDrawer(options.cache);
    const heads = openHeads(options.cache, prepared.setup.config.root, reporter.note);
    const tools = { createRenderer: create, ledger: ledger.value, heads, cards, onPhase, onTrace };
    const task = { ...options, ...tools, prepared, last, staging };
    const built = await buildInto(task);
    return tell(built, (performance.now() - start) / 1000, options, reporter);
  } finally {
    await staging.discard();
  }
}

/** Returns the exit code. */
function tell({ report, ...figures }: Built, seconds: number, options: Options, reporter: Reporter): number {
  const outcome = {
    ...figures,
    seconds: seconds - (figures.search?.seconds ?? 0),
    out: isPublished(report, options) ? options.out : undefined,
  };
  reporter.diagnostics(report.diagnostics);
  const retired = figures.ledger?.retired ?? 0;
  if (retired > 0)
    reporter.note(
      `decant: ${retired} headings of releases that are no longer documented lead to the top of their pages.`,
    );
  reporter.summary(formatSummary(report, outcome));
  reporter.json({ figures: listFigures(report, outcome), diagnostics: report.diagnostics });
  return isFailed(report, options) ? 1 : 0;
}

async function open(
  { out, root, workers }: Options,
  { setup: { config } }: Prepared,
  snapshot: Snapshot | undefined,
  thread: IdleThread | undefined,
): Promise<Staging> {
  const options = { snapshot, thread, sources: listSources(config), isAlone: workers === 0 };
  const staging = await openStaging(out, root, options).catch((error: unknown) => {
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
