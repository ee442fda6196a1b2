import { availableParallelism } from 'node:os';
import { type BuildRequest, buildSite, type Site } from '../build.ts';
import { cacheRenderings } from '../cache/index.ts';
import { readConfig, type SiteConfig } from '../config/index.ts';
import { createMarkdownPool, type RenderMarkdown } from '../markdown/index.ts';
import type { Options } from './options.ts';
import type { Reporter } from './reporter.ts';
import { type Selection, selectTargets } from './select.ts';

/** A site file that was read, and what of it the command line asks for. */
export interface Prepared {
  readonly config: SiteConfig;
  readonly selection: Selection;
}

/** Undefined where `data/site.yml` is missing or faulty; the reporter has said why. Exit code 2. */
export async function prepare(options: Options, reporter: Reporter): Promise<Prepared | undefined> {
  const { value: config, diagnostics } = await readConfig(options.root);
  if (config === undefined) {
    reporter.refuse('The site file data/site.yml cannot be used.', diagnostics);
    return undefined;
  }
  reporter.diagnostics(diagnostics);
  return { config, selection: selectTargets(config, options.versions, options.languages) };
}

/** Longest time one text may take; some small Markdown texts never end in the parser. */
const DEADLINE_MS = 20_000;
const WORKER_MEMORY_MB = 1024;

/** A renderer on all processors that renders equal texts once, and the way to end its processes. */
export function createRenderer(): { renderMarkdown: RenderMarkdown; close: () => Promise<void> } {
  const pool = createMarkdownPool({
    workers: availableParallelism(),
    deadline: DEADLINE_MS,
    memory: WORKER_MEMORY_MB,
  });
  return { renderMarkdown: cacheRenderings(pool.renderMarkdown), close: () => pool.close() };
}

/** `buildSite` with phases told to the reporter. */
export function buildWith(
  { config, selection }: Prepared,
  renderMarkdown: RenderMarkdown,
  brokenLinks: BuildRequest['brokenLinks'],
  reporter: Reporter,
): Promise<Site> {
  return buildSite(config, {
    ...selection,
    renderMarkdown,
    brokenLinks,
    onPhase: (name) => reporter.phase(name),
  });
}

/** Whether the diagnostics fail a command: errors always, warnings with `--strict`. */
export function isFailed({ diagnostics }: Pick<Site, 'diagnostics'>, { strict }: Options): boolean {
  return diagnostics.some(({ severity }) => severity === 'error' || strict);
}
