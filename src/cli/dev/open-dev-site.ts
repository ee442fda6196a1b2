import { listSources } from '../../config/index.ts';
import { createRenderer } from '../../create-renderer.ts';
import { openHeads } from '../../record/index.ts';
import {
  type KeptAnswers,
  openPreview,
  readSources,
  type ShownPage,
  type SitePreview,
  watchSources,
} from '../../serve/index.ts';
import type { DevOptions } from '../dev-command.ts';
import type { Reporter } from '../reporter.ts';
import { createPageReporter } from './page-reporter.ts';
import { openWholeSite } from './whole-site.ts';

/** A site that somebody writes, with all that knows it. */
export interface DevSite {
  readonly preview: SitePreview;
  /** Somebody looks at a page. */
  show(shown: ShownPage): void;
  /** A folder with what is made of the whole site, if any is to be. */
  findWhole(): Promise<string | undefined>;
  /** Calls back for each burst of changes. */
  follow(update: (changed: ReadonlySet<string>) => Promise<void>): void;
  close(): Promise<void>;
  /** What was answered is known to the next session. Only after it was closed: no change is under way then. */
  keep(answers: KeptAnswers): Promise<void>;
}

export interface DevSiteRequest {
  /** A folder for what is made of the whole site. */
  readonly out: string;
  readonly ended: AbortSignal;
}

/** Undefined where nobody can use the site file, which is said. */
export async function openDevSite(
  options: DevOptions,
  { out, ended }: DevSiteRequest,
  reporter: Reporter,
): Promise<DevSite | undefined> {
  const { root, cache } = options;
  const since = Date.now();
  reporter.phase('reading');
  const { heads, keep } = openHeads(cache, root, reporter.note);
  const { value: sources, diagnostics } = await readSources({ ...options, heads });
  if (sources === undefined) {
    reporter.refuse('The site file data/site.yml cannot be used.', diagnostics);
    return undefined;
  }
  // One process is enough for one page.
  const renderer = createRenderer({ ...options, workers: options.workers ?? 1, onNote: reporter.note });
  const { renderMarkdown } = renderer;
  const preview = openPreview(sources, { ...options, renderMarkdown, onTrace: reporter.trace });
  const whole = openWholeSite({ ...options, out }, options, ended);
  const folders = listSources(sources.setup.config);
  const changes = watchSources({ root, out: options.out, sources: folders, since });
  const pages = createPageReporter(reporter);
  return {
    preview,
    show(shown) {
      pages.report(shown);
      whole.begin();
      changes.begin();
    },
    findWhole: options.search ? whole.find : async () => undefined,
    follow(update) {
      changes.follow(async (changed) => {
        await update(changed);
        whole.change();
      });
    },
    async close() {
      await keep();
      await changes.close();
      await renderer.close();
    },
    async keep(answers) {
      const { config } = preview.sources.setup;
      // Days of commits change with no file.
      if (config.lastUpdated === undefined) await answers.keep(config.basePath, listSources(config));
    },
  };
}
