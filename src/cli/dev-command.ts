import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { watch } from 'chokidar';
import { listSources } from '../config/index.ts';
import { createRenderer, type Renderer } from '../create-renderer.ts';
import { openStaging } from '../output/index.ts';
import { type BuildRecords, buildInto, openLastBuild } from '../publish-site/index.ts';
import { createRecord } from '../record/index.ts';
import { serveFolder } from '../serve/index.ts';
import type { Options } from './options.ts';
import { prepare } from './prepare.ts';
import type { Reporter } from './reporter.ts';
import { formatRebuild } from './summary.ts';

/** Changes within this time make one rebuild: editors save in several steps. */
const QUIET_MS = 60;

/**
 * `decant dev`: builds into a temporary folder, serves it on 127.0.0.1, and builds again on every change, only a part where
 * that will do. Good pages are shown although others have errors. Ends with Ctrl-C, exit code 0.
 */
export async function runDev(options: Options, reporter: Reporter): Promise<number> {
  const first = await prepare(options, reporter);
  if (first === undefined) return 2;
  const folder = mkdtempSync(join(tmpdir(), 'decant-dev-'));
  const out = join(folder, 'site');
  // While somebody writes, every state is a passing one: nothing for others.
  const cache = options.cache && { ...options.cache, remote: undefined };
  const renderer = createRenderer({ ...options, cache, onNote: reporter.note });
  const record: BuildRecords = createRecord();
  const settings = { ...options, out, keepGoing: true, search: false };
  const changes = watchSources(options);
  try {
    await rebuild({ ...renderer, ...LASTING }, record, settings, reporter);
    // What a later build asks for is known already, but for a little.
    const warm = { ...renderer, ...LASTING, beginRendering: undefined };
    const server = await serveFolder(out, { port: options.port, basePath: first.setup.config.basePath });
    // Before anybody hears that it is there, and may end it.
    const interrupted = untilInterrupted();
    process.stdout.write(`Serving ${server.url}\n`);
    changes.follow(() => rebuild(warm, record, settings, reporter, server.reload));
    await interrupted;
    await changes.close();
    await server.close();
    return 0;
  } finally {
    await changes.close();
    await renderer.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One renderer serves all builds. */
const LASTING: Pick<Renderer, 'rest' | 'close'> = { rest: async () => {}, close: async () => {} };

async function rebuild(
  renderer: Renderer,
  record: BuildRecords,
  options: Options,
  reporter: Reporter,
  onPublished = () => {},
): Promise<void> {
  const start = performance.now();
  const prepared = await prepare(options, reporter);
  if (prepared === undefined) return;
  const last = await openLastBuild(prepared, record, options);
  const staging = await openStaging(options.out, options.root, {
    snapshot: last.snapshot,
    sources: listSources(prepared.setup.config),
    isAlone: options.workers === 0,
  });
  try {
    const { phase: onPhase, trace: onTrace } = reporter;
    // Nothing of it is published.
    const task = { ...options, ledger: undefined, prepared, last, staging, onPublished, onPhase, onTrace };
    const { report, rebuilt } = await buildInto({ ...task, createRenderer: () => renderer });
    reporter.diagnostics(report.diagnostics);
    reporter.note(formatRebuild(report, rebuilt, (performance.now() - start) / 1000));
  } finally {
    await staging.discard();
  }
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
