import type { Renderer } from '../create-renderer.ts';
import type { Staging } from '../output/index.ts';
import type { Indexer } from '../search/index.ts';
import { spareOptimizer } from '../spare-optimizer.ts';
import type { Site } from '../workspace/index.ts';
import { openSearch, type SearchFigures, writeSite } from '../write-site.ts';
import type { LastBuild } from './last-build.ts';
import type { Options } from './options.ts';
import { addDiagnostics, isPublished, openSite, type Prepared } from './prepare.ts';
import type { Reporter } from './reporter.ts';
import { describeSite, type Outcome, type Told } from './summary.ts';

/** What is to be built, and with what. */
export interface BuildTask {
  readonly prepared: Prepared;
  readonly last: LastBuild;
  readonly staging: Staging;
  /** @param isPart whether a part of the site is all that is rendered */
  createRenderer(isPart: boolean): Renderer;
  /** Hears as soon as a site is in its place, before what the next build needs to know is kept. */
  onPublished?(): void;
}

/** What became of a build. */
export interface Built extends Pick<Outcome, 'search' | 'anew' | 'isUnchanged'> {
  readonly told: Told;
}

/**
 * What `build`, `merge` and `dev` share: builds into a staging folder, and publishes it unless errors forbid that. Where the
 * last build was made of the same and its site is still there, what it said is said again, and that is all; where only bodies
 * of files differ, the pages made of them may be all that is to be done.
 */
export async function buildInto(task: BuildTask, options: Options, reporter: Reporter): Promise<Built> {
  const { prepared, last, staging } = task;
  const { config } = prepared.setup;
  // Without a last build there is most to do: the renderer begins to start.
  let renderer = last.snapshot === undefined ? task.createRenderer(false) : undefined;
  let indexer: Indexer | undefined;
  try {
    reporter.phase('reading');
    // Loaded while the thread of the staging folder looks at the last site.
    const { readFiles } = await import('../load/index.ts');
    const files = await readFiles(config);
    const difference = await last.compare(files);
    if (difference?.changed.size === 0 && (await staging.isAsBefore())) {
      const { told, searched } = difference.report;
      const search = searched === undefined ? undefined : { pages: searched, seconds: 0 };
      return { told, search, isUnchanged: true };
    }
    spareOptimizer();
    if (difference !== undefined && difference.changed.size > 0) {
      const { buildPart } = await import('./build-part.ts');
      const part = await buildPart(task, difference, files.value, options, reporter);
      if (part !== undefined) return part;
    }
    renderer ??= task.createRenderer(false);
    const search = await openSearch(options.search && config.search);
    indexer = search.value;
    const setup = addDiagnostics(prepared.setup, search.diagnostics);
    const site = await (await openSite(setup, { ...renderer, files }, reporter)).site();
    await renderer.rest();
    const published = isPublished(site, options);
    const searched = published ? await publish(site, task, reporter, indexer) : undefined;
    // A server takes what is new while pages are written.
    await renderer.close();
    if (published && search.diagnostics.length === 0) await last.replace(site, searched?.pages, staging);
    return { told: describeSite(site), search: searched };
  } finally {
    await renderer?.close();
    await indexer?.close();
  }
}

/** Writes into the staging folder and swaps it in. */
async function publish(
  site: Site,
  { staging, onPublished }: BuildTask,
  reporter: Reporter,
  indexer: Indexer | undefined,
): Promise<SearchFigures | undefined> {
  const search = await writeSite(site, staging, indexer, (name) => reporter.phase(name));
  reporter.phase('publishing');
  await staging.publish();
  onPublished?.();
  return search;
}
