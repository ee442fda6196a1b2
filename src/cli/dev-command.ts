import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listSources } from '../config/index.ts';
import { createRenderer } from '../create-renderer.ts';
import { openHeads } from '../record/index.ts';
import { EDITORS, openPreview, readSources, servePreview, watchSources } from '../serve/index.ts';
import { tuneV8 } from '../tune-v8.ts';
import { UsageError } from '../usage-error.ts';
import { createPageReporter } from './dev/page-reporter.ts';
import { openWholeSite } from './dev/whole-site.ts';
import type { Options } from './options.ts';
import type { Reporter } from './reporter.ts';

export interface DevOptions extends Options {
  /** A name of an editor, or an address; `vscode` if absent. */
  readonly editor?: string | undefined;
}

/**
 * `decant dev`: serves the site on 127.0.0.1, each page made when it is asked for, and shows changes as they are saved. What is made
 * of the whole site (the search, lists) is built aside. Ends with Ctrl-C, exit code 0.
 */
export async function runDev(options: DevOptions, reporter: Reporter): Promise<number> {
  const { root, editor, port } = options;
  if (editor !== undefined && !editor.includes(':') && EDITORS[editor] === undefined)
    throw new UsageError(`There is no editor '${editor}'. There are ${Object.keys(EDITORS).join(', ')}.`);
  tuneV8();
  // While somebody writes, every state is a passing one: nothing for others. One process is enough for one page.
  const cache = options.cache && { ...options.cache, remote: undefined };
  const renderer = createRenderer({
    ...options,
    workers: options.workers ?? 1,
    cache,
    onNote: reporter.note,
  });
  const folder = mkdtempSync(join(tmpdir(), 'decant-dev-'));
  const ended = new AbortController();
  const since = Date.now();
  try {
    reporter.phase('reading');
    const { heads, keep } = openHeads(cache, root, reporter.note);
    const { value: sources, diagnostics } = await readSources({ ...options, heads });
    if (sources === undefined) {
      reporter.refuse('The site file data/site.yml cannot be used.', diagnostics);
      return 2;
    }
    const { renderMarkdown } = renderer;
    const preview = openPreview(sources, { ...options, renderMarkdown, onTrace: reporter.trace });
    const whole = openWholeSite({ ...options, cache, out: join(folder, 'site') }, options, ended.signal);
    const changes = watchSources({
      root,
      out: options.out,
      sources: listSources(sources.setup.config),
      since,
    });
    const pages = createPageReporter(reporter);
    const server = await servePreview(preview, {
      port,
      root,
      editor,
      onShown(shown) {
        pages.report(shown);
        whole.begin();
        changes.begin();
      },
      onError: (error) =>
        reporter.note(error instanceof Error ? (error.stack ?? error.message) : String(error)),
      findWhole: options.search ? whole.find : async () => undefined,
    });
    // Before anybody hears that it is there, and may end it.
    const interrupted = untilInterrupted();
    process.stdout.write(`Serving ${server.url}\n`);
    changes.follow(async (changed) => {
      await server.update(changed);
      whole.change();
    });
    await interrupted;
    await keep();
    await changes.close();
    await server.close();
    return 0;
  } finally {
    ended.abort();
    await renderer.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function untilInterrupted(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
}
