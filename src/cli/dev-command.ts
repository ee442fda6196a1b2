import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { watch } from 'chokidar';
import { openStaging } from '../publish/index.ts';
import { serveFolder } from '../serve/index.ts';
import { publish } from './build-command.ts';
import type { Options } from './options.ts';
import { buildWith, createRenderer, prepare } from './prepare.ts';
import type { Reporter } from './reporter.ts';
import { formatSummary } from './summary.ts';

/** Changes within this time make one rebuild: editors save in several steps. */
const QUIET_MS = 60;

/**
 * `decant dev`: builds into a temporary folder, serves it on 127.0.0.1, and builds again on every change. Good pages
 * are shown although others have errors. Ends with Ctrl-C, exit code 0.
 */
export async function runDev(options: Options, reporter: Reporter): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'decant-dev-'));
  const out = join(folder, 'site');
  const renderer = createRenderer();
  try {
    const first = await prepare(options, reporter);
    if (first === undefined) return 2;
    await rebuild(options, out, renderer.renderMarkdown, reporter);
    const server = await serveFolder(out, { port: options.port, basePath: first.config.basePath });
    process.stdout.write(`Serving ${server.url}\n`);
    const stop = watchSources(options, () =>
      rebuild(options, out, renderer.renderMarkdown, reporter).then(() => server.reload()),
    );
    await untilInterrupted();
    await stop();
    await server.close();
    return 0;
  } finally {
    await renderer.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function rebuild(
  options: Options,
  out: string,
  renderMarkdown: ReturnType<typeof createRenderer>['renderMarkdown'],
  reporter: Reporter,
): Promise<void> {
  const start = performance.now();
  const prepared = await prepare(options, reporter);
  if (prepared === undefined) return;
  const site = await buildWith(prepared, renderMarkdown, 'warning', reporter);
  const staging = await openStaging(out, options.root);
  try {
    await publish(site, staging, reporter);
  } finally {
    staging.discard();
  }
  reporter.diagnostics(site.diagnostics);
  reporter.summary(formatSummary(site, { out, seconds: (performance.now() - start) / 1000 }));
}

/** Calls `onChange` for changes of the sources, one call at a time. Returns the way to end it. */
function watchSources({ root, out }: Options, onChange: () => Promise<void>): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const watcher = watch(root, {
    ignoreInitial: true,
    ignored: (path) =>
      path === out || /[\\/](?:node_modules|\.git|dist|_site)(?:[\\/]|$)/.test(path.slice(root.length)),
  });
  watcher.on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(onChange).catch((error: unknown) => {
        process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
      });
    }, QUIET_MS);
  });
  return async () => {
    clearTimeout(timer);
    await watcher.close();
    await running;
  };
}

function untilInterrupted(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
}
