import { existsSync, rmSync } from 'node:fs';
import { access, constants, mkdir, mkdtemp, readFile, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { bundleSite, isBundle } from '../bundle/index.ts';
import { listSources, type SiteConfig } from '../config/index.ts';
import { createRenderer } from '../create-renderer.ts';
import { OutputError, readLastSite, refuseSources, replaceFile } from '../output/index.ts';
import type { Prepared } from '../publish-site/index.ts';
import { UsageError } from '../usage-error.ts';
import { buildAndPublish } from './build-command.ts';
import { completeOptions, type Options } from './options.ts';
import { prepare } from './prepare.ts';
import type { Reporter } from './reporter.ts';

/** What `decant build --bundle` is asked for; `out` is the zip. */
export type ZipRequest = Partial<Omit<Options, 'out'>> & {
  readonly root: string;
  readonly out?: string | undefined;
  /** Names of versions, not looked up yet. */
  readonly bundle: readonly string[];
};

/**
 * Builds some versions into a folder that is thrown away, and packs them so that they can be read from a disk. The last zip stays
 * where errors forbid to publish. Returns the exit code of the build.
 */
export async function runBundle({ bundle, ...request }: ZipRequest, reporter: Reporter): Promise<number> {
  const start = performance.now();
  refuseOthers(request);
  const options = completeOptions({ ...request, versions: bundle });
  const prepared = await prepare(options, reporter);
  if (prepared === undefined) return 2;
  const name = [...bundle, ...options.languages].join('-');
  const file = request.out ?? join(options.root, `${name}.zip`);
  await checkFile(file, prepared.setup.config);
  const folder = await mkdtemp(join(tmpdir(), 'decant-bundle-'));
  // A signal ends the process without a word to who waits.
  const clear = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', clear);
  try {
    const out = join(folder, 'site');
    const told = createListener(reporter);
    const code = await buildOnce(prepared, { ...options, out }, told.reporter, start);
    if (!existsSync(out)) {
      told.tell(undefined, 'Nothing was packed. The previous zip is unchanged.');
      return code;
    }
    reporter.phase('packing');
    const { basePath, baseUrl } = prepared.setup.config;
    const names = [...readLastSite(out).files];
    const read = (each: string) => readFile(join(out, each));
    const packed = await bundleSite({ names, basePath, baseUrl, folder: name, readFile: read });
    await replaceFile(file, packed.bytes);
    told.tell(file, `Packed in ${file}: ${packed.pages} files of HTML`);
    return code;
  } finally {
    process.off('exit', clear);
    clear();
  }
}

/** Nothing is kept of the folder that is thrown away, and what is in it is published nowhere: no ledger hears of it. */
function buildOnce(
  { setup, ...prepared }: Prepared,
  options: Options,
  reporter: Reporter,
  start: number,
): Promise<number> {
  const { ledger, ...config } = setup.config;
  const create = () => createRenderer({ ...options, onNote: reporter.note });
  // What compares versions reads pages of all of them.
  const task = { ...prepared, setup: { ...setup, config: { ...config, changes: false } } };
  return buildAndPublish(task, create, { ...options, cache: undefined }, reporter, { start });
}

/** A build that reports as usual, but for the folder that nobody will see. */
function createListener(reporter: Reporter) {
  let lines: readonly string[] = [];
  let document: object = {};
  return {
    reporter: {
      ...reporter,
      summary: (found: readonly string[]) => {
        lines = found.slice(0, -1);
      },
      json: (found: object) => {
        document = found;
      },
    } satisfies Reporter,
    tell(published: string | undefined, end: string) {
      reporter.summary([...lines, end]);
      if ('figures' in document)
        reporter.json({
          ...document,
          figures: { ...Object(document.figures), published: published ?? null },
        });
    },
  };
}

function refuseOthers({ versions = [], shard, ledger }: Omit<ZipRequest, 'bundle'>): void {
  const others = { '--version': versions.length > 0, '--shard': shard, '--ledger': ledger };
  const [other] = Object.entries(others).find(([, given]) => given) ?? [];
  if (other !== undefined) throw new UsageError(`--bundle cannot be combined with ${other}.`);
}

/** @throws UsageError where something else than a bundle is in the place of the zip, or sources are; an error of the system where nobody may write */
async function checkFile(file: string, config: SiteConfig): Promise<void> {
  try {
    refuseSources(file, config.root, listSources(config));
  } catch (error) {
    throw error instanceof OutputError ? new UsageError(error.message) : error;
  }
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    if (error.code === 'ENOTDIR')
      throw new UsageError(`${file} cannot be created: the path above it is a file.`);
    throw error;
  });
  if (found?.isDirectory())
    throw new UsageError(`${file} is a folder. With --bundle, --out names the file of the zip.`);
  if (found !== undefined && !isBundle(await readFile(file)))
    throw new UsageError(
      `${file} already exists and is not a bundle, so it was not replaced. Choose another file with --out.`,
    );
  await mkdir(dirname(file), { recursive: true });
  await access(dirname(file), constants.W_OK);
}
