import { existsSync } from 'node:fs';
import type { IdleThread } from '../../output/index.ts';
import type { Shard } from '../../shards/index.ts';
import { UsageError } from '../../usage-error.ts';
import { CACHE } from '../cache-options.ts';
import { defineCommand, type Option } from '../command.ts';
import { completeOptions, type Options } from '../options.ts';
import {
  FORMAT,
  flag,
  LEDGER,
  names,
  OUT,
  PARSER,
  SITE_OPTIONS,
  STRICT,
  WORKERS,
} from '../shared-options.ts';

/** What `buildCommand` and `merge` share. */
export const BUILD_OPTIONS = {
  ...SITE_OPTIONS,
  out: OUT,
  keepGoing: flag(
    'keep-going',
    'publish the pages without errors even if there are errors (the exit code is still 1)',
  ),
  noSearch: flag('no-search', 'build no search index, and leave search out of the pages'),
  ledger: LEDGER,
  strict: STRICT,
  format: FORMAT,
  cache: CACHE,
  parser: PARSER,
  workers: WORKERS,
};

const SHARD: Option<Shard | undefined> = {
  flags: [
    {
      name: 'shard',
      value: 'I/N',
      summary: 'only render part I of N, into OUT.shards, for decant merge',
    },
  ],
  parse: ({ shard }) => parseShard(shard?.at(-1)),
};

const BUNDLE = names(
  'bundle',
  'NAME',
  'make a zip of this version that can be read without a server; may be repeated',
);

export const buildCommand = defineCommand({
  name: 'build',
  usage: '',
  summary: 'build the site, every version and language',
  details: 'If there are errors, nothing is published, and the previous site stays in place.',
  examples: {
    'decant build --version=ghes-3.2 --lang=ja': 'one version in one language',
    'decant build --root docs --out public': 'content from another folder, the site into another folder',
    'decant build --bundle ghes-3.2 --lang ja':
      'ghes-3.2-ja.zip, to unpack and read without a server; --out names another file',
    'decant build --shard=1/3': 'a third of the work, on one of three machines: see decant help merge',
  },
  options: { ...BUILD_OPTIONS, bundle: BUNDLE, shard: SHARD },
  async run({ format, noSearch, bundle, ...values }, { reporter }) {
    if (bundle.length > 0) {
      const { runBundle } = await import('../bundle-command.ts');
      return runBundle({ ...values, bundle, json: format === 'json', search: !noSearch }, reporter);
    }
    const options = completeOptions({ ...values, json: format === 'json', search: !noSearch });
    const thread = await startWriter(options);
    const { runBuild } = await import('../build-command.ts');
    return runBuild(options, reporter, thread);
  },
});

/** Where there is a site to be looked at: the thread that does so starts while the program is loaded. */
async function startWriter({ out, cache, workers, shard }: Options): Promise<IdleThread | undefined> {
  if (workers === 0 || shard !== undefined || !existsSync(out)) return undefined;
  const { locateSnapshot, startThread } = await import('../../output/index.ts');
  return startThread(locateSnapshot(cache, out));
}

function parseShard(value: string | undefined): Shard | undefined {
  if (value === undefined) return undefined;
  const [number = 0, of = 0] = (/^([1-9]\d{0,3})\/([1-9]\d{0,3})$/.exec(value) ?? []).slice(1).map(Number);
  if (number >= 1 && number <= of) return { number, of };
  throw new UsageError(`'${value}' is not a shard. Name one as 2/7: the second of seven.`);
}
