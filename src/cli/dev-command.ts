import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { watch } from 'chokidar';
import { createRenderer } from '../create-renderer.ts';
import type { RenderMarkdown } from '../markdown/index.ts';
import { openStaging } from '../output/index.ts';
import { serveFolder } from '../serve/index.ts';
import { publish } from './build-command.ts';
import type { Options } from './options.ts';
import { buildWith, prepare } from './prepare.ts';
import type { Reporter } from './reporter.ts';
import { formatRebuild } from './summary.ts';

/** Changes within this time make one rebuild: editors save in several steps. */
const QUIET_MS = 60;

/**
 * `decant dev`: builds into a temporary folder, serves it on 127.0.0.1, and builds again on every change. Good pages
 * are shown although others have errors. Ends with Ctrl-C, exit code 0.
 */
export async function runDev(options: Options, reporter: Reporter): Promise<number> {
  const first = await prepare(options, reporter);
  if (first === undefined) return 2;
  const folder = mkdtempSync(join(tmpdir(), 'decant-dev-'));
  const out = join(folder, 'site');
  // While somebody writes, every state is a passing one: nothing for others.
  const cache = options.cache && { ...options.cache, remote: undefined };
  const renderer = createRenderer({ ...options, cache, onNote: reporter.note });
  const rebuild = () => buildSiteInto(out, options, renderer.renderMarkdown, reporter);
  const changes = watchSources(options);
  try {
    await rebuild();
    const server = await serveFolder(out, { port: options.port, basePath: first.config.basePath });
    process.stdout.write(`Serving ${server.url}\n`);
    changes.follow(() => rebuild().then(server.reload));
    await untilInterrupted();
    await changes.close();
    await server.close();
    return 0;
  } finally {
    await changes.close();
    await renderer.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function buildSiteInto(
  out: string,
  options: Options,
  renderMarkdown: RenderMarkdown,
  reporter: Reporter,
): Promise<void> {
  const start = performance.now();
  const prepared = await prepare(options, reporter);
  if (prepared === undefined) return;
  const site = await buildWith(prepared, { renderMarkdown }, 'warning', reporter);
  const staging = await openStaging(out, options.root);
  try {
    await publish(site, staging, reporter);
  } finally {
    await staging.discard();
  }
  reporter.diagnostics(site.diagnostics);
  reporter.note(formatRebuild(site, (performance.now() - start) / 1000));
}

/** Changes of the sources, from the moment it was called. */
interface Changes {
  /** Calls back for each burst of changes, also one that came before; never twice at a time. */
  follow(onChange: () => Promise<void>): void;
  close(): Promise<void>;
}

function watchSources({ root, out }: Options): Changes {
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  let isDirty = false;
  let listener: (() => Promise<void>) | undefined;
  const watcher = watch(root, {
    ignoreInitial: true,
    // Beside an output folder lies what a build works with: its name and a dot begin their names.
    ignored: (path) => path === out || path.startsWith(`${out}.`) || IGNORED.test(path.slice(root.length)),
  });
  const schedule = () => {
    isDirty = true;
    if (listener === undefined) return;
    clearTimeout(timer);
    timer = setTimeout(run, QUIET_MS);
  };
  const run = () => {
    isDirty = false;
    running = running.then(listener).catch((error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
    });
  };
  watcher.on('all', schedule);
  return {
    follow(onChange) {
      listener = onChange;
      if (isDirty) schedule();
    },
    async close() {
      clearTimeout(timer);
      await watcher.close();
      await running;
    },
  };
}

const IGNORED = /[\\/](?:node_modules|\.git|dist|_site[^\\/]*)(?:[\\/]|$)/;

function untilInterrupted(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
}
