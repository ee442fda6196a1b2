import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { CacheOptions } from '../cache/index.ts';
import type { Parser } from '../markdown/index.ts';
import type { Shard } from '../shards/index.ts';
import { UsageError } from '../usage-error.ts';
import { parseCacheOptions } from './cache-options.ts';
import { parseVisualOptions, type VisualOptions } from './visual-options.ts';

/** The command line, parsed. Names of versions and languages are not looked up yet. */
export interface Options {
  readonly command: (typeof COMMANDS)[number];
  /** What `render` renders, as written; empty for other commands. */
  readonly file: string;
  readonly format: (typeof FORMATS)[number];
  readonly versions: readonly string[];
  readonly languages: readonly string[];
  /** Absolute. */
  readonly root: string;
  /** Absolute. */
  readonly out: string;
  /** Which part of a build to do; undefined for all of it. */
  readonly shard: Shard | undefined;
  /** Absolute folders in which `merge` looks for shards. */
  readonly shardFolders: readonly string[];
  readonly keepGoing: boolean;
  /** Whether the site file decides about a search index; without, there is none. */
  readonly search: boolean;
  readonly strict: boolean;
  readonly json: boolean;
  readonly quiet: boolean;
  readonly port: number;
  /** Undefined where nothing shall be kept between runs. */
  readonly cache: CacheOptions | undefined;
  readonly parser: Parser;
  /** What `visual` compares; undefined for other commands. */
  readonly visual: VisualOptions | undefined;
  readonly help: boolean;
}

const COMMANDS = ['build', 'merge', 'check', 'dev', 'render', 'visual'] as const;
const FORMATS = ['markdown', 'html'] as const;
const PARSERS = ['native', 'reference'] as const;
const MULTIPLE = { type: 'string', multiple: true } as const;
const FLAG = { type: 'boolean', default: false } as const;

/**
 * @param env variables of the environment that speak of the cache where no option does
 * @throws UsageError for an unknown command or option, or a value that is missing or no number
 */
export function parseOptions(args: readonly string[], env: NodeJS.ProcessEnv = {}): Options {
  const { values, positionals } = parse(args);
  const [name, ...rest] = positionals;
  const command = COMMANDS.find((each) => each === name);
  if (command === undefined && !values.help) {
    throw new UsageError(
      name === undefined
        ? `Name a command: ${COMMANDS.join(', ')}. See decant --help.`
        : `There is no command '${name}'. The commands are ${COMMANDS.join(', ')}.`,
    );
  }
  if (values.shard !== undefined && command !== 'build')
    throw new UsageError('Only decant build takes --shard.');
  const isVisual = command === 'visual' && !values.help;
  const folders = command === 'merge' ? rest : [];
  const file = takeFile(command, command === 'merge' || isVisual ? [] : rest, values.help);
  const root = resolve(values.root ?? '.');
  const out = values.out === undefined ? join(root, '_site') : resolve(values.out);
  return {
    command: command ?? 'build',
    file,
    format: parseChoice('format', FORMATS, values.format),
    versions: splitNames(values.version),
    languages: splitNames(values.lang),
    root,
    out,
    shard: parseShard(values.shard),
    shardFolders: folders.length === 0 ? [formatShardsFolder(out)] : folders.map((folder) => resolve(folder)),
    keepGoing: values['keep-going'],
    search: !values['no-search'],
    strict: values.strict,
    json: values.json,
    quiet: values.quiet,
    port: parsePort(values.port),
    cache: parseCacheOptions(values, env),
    parser: parseChoice('parser', PARSERS, values.parser),
    visual: isVisual ? parseVisualOptions(rest, values, env) : undefined,
    help: values.help,
  };
}

/** Where the shards of a build meet: beside the output folder, which holds nothing but the site. */
export function formatShardsFolder(out: string): string {
  return `${out}.shards`;
}

function takeFile(
  command: Options['command'] | undefined,
  names: readonly string[],
  isHelp: boolean,
): string {
  const [file, ...rest] = command === 'render' ? names : ['', ...names];
  if (rest.length > 0) throw new UsageError(`'${rest.join(' ')}' is not understood. See decant --help.`);
  if (file === undefined && !isHelp)
    throw new UsageError('Name the article to render: decant render content/folder/article.md.');
  return file ?? '';
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        version: MULTIPLE,
        lang: MULTIPLE,
        root: { type: 'string' },
        out: { type: 'string' },
        shard: { type: 'string' },
        'keep-going': FLAG,
        'no-search': FLAG,
        strict: FLAG,
        json: FLAG,
        quiet: FLAG,
        port: { type: 'string' },
        format: { type: 'string' },
        cache: { type: 'string' },
        'no-cache': FLAG,
        'cache-remote': { type: 'string' },
        'cache-mode': { type: 'string' },
        'cache-size': { type: 'string' },
        parser: { type: 'string' },
        width: MULTIPLE,
        scheme: MULTIPLE,
        limit: { type: 'string' },
        'exit-zero': FLAG,
        help: { ...FLAG, short: 'h' },
      },
    });
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : error} See decant --help.`);
  }
}

function splitNames(values: readonly string[] | undefined): readonly string[] {
  return (values ?? []).flatMap((value) => value.split(',')).map((name) => name.trim());
}

/** The first choice is taken where nothing is said. */
function parseChoice<T extends string>(name: string, choices: readonly [T, ...T[]], value?: string): T {
  const choice = value === undefined ? choices[0] : choices.find((each) => each === value);
  if (choice !== undefined) return choice;
  throw new UsageError(`There is no ${name} '${value}'. The ${name}s are ${choices.join(' and ')}.`);
}

function parseShard(value: string | undefined): Shard | undefined {
  if (value === undefined) return undefined;
  const [number = 0, of = 0] = (/^([1-9]\d{0,3})\/([1-9]\d{0,3})$/.exec(value) ?? []).slice(1).map(Number);
  if (number >= 1 && number <= of) return { number, of };
  throw new UsageError(`'${value}' is not a shard. Name one as 2/7: the second of seven.`);
}

function parsePort(value: string | undefined): number {
  const port = Number(value ?? '8080');
  if (Number.isInteger(port) && port >= 0 && port < 65536) return port;
  throw new UsageError(`'${value}' is not a port.`);
}
