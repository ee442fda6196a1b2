import { describe, expect, it } from 'vitest';
import type { CacheOptions } from '../../src/cache/index.ts';
import { COMMANDS } from '../../src/cli/commands/index.ts';
import { completeOptions } from '../../src/cli/options.ts';
import { parseCommandLine } from '../../src/cli/parse-command-line.ts';
import { createSetup } from '../../src/config/index.ts';
import { UsageError } from '../../src/usage-error.ts';
import { formatVersions } from '../../src/versions/index.ts';
import { plans, versions } from '../versions/plans.ts';

const config = {
  root: '/site',
  title: 'Docs',
  baseUrl: 'https://docs.example.com/',
  basePath: '/',
  languages: [
    { code: 'en', name: 'English', dir: '.' },
    { code: 'ja', name: '日本語', dir: 'translations/ja-JP' },
  ],
  plans,
  html: 'clean',
  redirects: ['json'],
  search: true,
  changes: true,
} as const;

const NAMES = COMMANDS.map(({ name }) => name).join(', ');

function run(args: readonly string[], env: Record<string, string> = {}) {
  const line = parseCommandLine(COMMANDS, args, env);
  if (line.kind === 'help') throw new Error('Nothing is to be run.');
  return { ...line, command: line.command.name };
}

describe('the command line', () => {
  it('collects repeated and comma-separated versions and languages', () => {
    const line = run(['build', '--version=ghes-3.2', '--version', 'fpt,ghae', '--lang=ja']);
    expect(line).toMatchObject({
      command: 'build',
      values: { versions: ['ghes-3.2', 'fpt', 'ghae'], languages: ['ja'] },
    });
  });

  it('takes options before the name of the command, too', () => {
    expect(run(['--root', '/docs', 'check', '--strict'])).toMatchObject({
      command: 'check',
      values: { root: '/docs', strict: true },
    });
  });

  it('publishes into _site below the root unless told otherwise', () => {
    expect(completeOptions({ root: '/docs' }).out).toBe('/docs/_site');
    expect(run(['build', '--root', '/docs', '--out', '/www']).values.out).toBe('/www');
  });

  it('renders Markdown unless told otherwise', () => {
    expect(run(['render', 'a.md'])).toMatchObject({ operands: ['a.md'], values: { format: 'markdown' } });
    expect(run(['render', 'a.md', '--format=html'])).toMatchObject({ values: { format: 'html' } });
  });

  it('renders in as many processes as an option says, or else the environment', () => {
    expect(run(['build']).values.workers).toBeUndefined();
    expect(run(['build'], { DECANT_WORKERS: '3' }).values.workers).toBe(3);
    expect(run(['build', '--workers=0'], { DECANT_WORKERS: '3' }).values.workers).toBe(0);
    expect(() => run(['build', '--workers=many'])).toThrow("--workers 'many' is not a whole number");
  });

  it('has a short form of --format json', () => {
    expect(run(['check']).values.format).toBe('pretty');
    for (const args of [['--json'], ['--format=json'], ['--json', '--format', 'json']])
      expect(run(['check', ...args]).values.format).toBe('json');
  });

  it.each([
    [[], `Name a command: ${NAMES}.`],
    [['biuld'], `There is no command 'biuld'. Did you mean 'build'? The commands are ${NAMES}.`],
    [['help', 'chek'], `There is no command 'chek'. Did you mean 'check'?`],
    [['chek', '--help'], `There is no command 'chek'. Did you mean 'check'?`],
    [['build', '--verison=fpt'], `Unknown option '--verison'. Did you mean '--version'?`],
    [['--verison', 'fpt', 'build'], `Unknown option '--verison'. Did you mean '--version'?`],
    [['build', '-x'], `Unknown option '-x'.`],
    [['build', '--out'], `Option '--out <value>' argument missing`],
    [['build', '--out', '--strict'], `Option '--out' argument is ambiguous`],
    [['build', '--strict=no'], `Option '--strict' does not take an argument`],
    [['build', 'here'], `'here' is not understood.`],
    [['dev', '--port=http'], `'http' is not a port.`],
    [['render'], 'Name the article to render'],
    [['render', 'a.md', 'b.md'], `'b.md' is not understood.`],
    [['render', 'a.md', '--format=pdf'], `There is no format 'pdf'. The formats are markdown and html.`],
    [['build', '--format=yaml'], `There is no format 'yaml'. The formats are pretty and json.`],
    [['build', '--json', '--format=pretty'], '--json cannot be combined with --format pretty.'],
    [['build', '--port=1'], 'decant build does not take --port. It takes --root, --version, --lang,'],
    [['check', '--shard=1/2'], 'decant check does not take --shard. It takes --root,'],
    [['visual', 'one', 'two', '--limit=0'], `--limit '0' is not a whole number from 1 to 10000.`],
  ])('%j is wrong usage', (args, message) => {
    expect(() => run(args)).toThrow(UsageError);
    expect(() => run(args)).toThrow(message);
  });
});

describe('selecting what to build', () => {
  const select = (names: string[], codes: string[] = []) => {
    const { built, languages } = createSetup(config, { versions: names, languages: codes });
    return [formatVersions(built, versions).join(' '), languages.join(' ')];
  };

  it('takes every published version and every language if none is named', () => {
    expect(select([])).toEqual(['fpt ghes-3.10 ghes-3.9 ghes-3.2 ghae', 'en ja']);
  });

  it('takes what is named, in the order of the site file', () => {
    expect(select(['ghae-next', 'ghes', 'fpt'], ['ja'])).toEqual([
      'fpt ghes-3.10 ghes-3.9 ghes-3.2 ghae-next',
      'ja',
    ]);
  });

  it('names the versions and languages there are when one is unknown', () => {
    expect(() => select(['ghes-3.11x'])).toThrow(
      `There is no version 'ghes-3.11x'. There are: fpt, ghes-3.10, ghes-3.9, ghes-3.2, ghes-next, ghae, ghae-next. Did you mean 'ghes-3.10'?`,
    );
    expect(() => select([], ['jp'])).toThrow(
      `There is no language 'jp'. There are: en, ja. Did you mean 'ja'?`,
    );
  });
});

describe('the cache', () => {
  const parse = (args: readonly string[], env: Record<string, string> = {}) =>
    run(['build', ...args], env).values.cache as CacheOptions | undefined;

  it('lies where this system keeps those of a user, never in the site', () => {
    expect(parse([], { XDG_CACHE_HOME: '/caches', LOCALAPPDATA: '/caches' })).toMatchObject({
      mode: 'write',
    });
    expect(parse(['--root', '/docs'])?.dir).toMatch(/decant/);
    expect(parse(['--root', '/docs'])?.dir).not.toMatch(/^\/docs/);
  });

  it('lies where an option says, or else the environment', () => {
    expect(parse([], { DECANT_CACHE: '/a' })?.dir).toBe('/a');
    expect(parse(['--cache', '/b'], { DECANT_CACHE: '/a' })?.dir).toBe('/b');
    expect(parse(['--cache', '/b'], { DECANT_CACHE: 'off' })?.dir).toBe('/b');
  });

  it('can be left out', () => {
    expect(parse(['--no-cache'])).toBeUndefined();
    expect(parse([], { DECANT_CACHE: 'off' })).toBeUndefined();
  });

  it('can be told to read only, and how much to keep', () => {
    expect(parse(['--cache-mode=read', '--cache-size=20'])).toMatchObject({
      mode: 'read',
      limit: 20 * 1024 ** 2,
    });
    expect(() => parse(['--cache-mode=both'])).toThrow("There is no cache mode 'both'");
    for (const size of ['much', '0', '-1', ''])
      expect(() => parse([`--cache-size=${size}`])).toThrow(UsageError);
  });

  it('is shared through a server that an option or the environment names', () => {
    const url = 'https://cache.example.com';
    expect(parse([])).not.toHaveProperty('remote');
    expect(parse(['--cache-remote', url], { TURBO_TOKEN: 't', TURBO_TEAM: 'docs' })?.remote).toEqual({
      url,
      token: 't',
      team: 'docs',
      signatureKey: undefined,
    });
    const env = { DECANT_CACHE_REMOTE: url, DECANT_CACHE: 'off', TURBO_REMOTE_CACHE_SIGNATURE_KEY: 'k' };
    expect(parse(['--cache-mode=read'], env)).toEqual({
      mode: 'read',
      remote: { url, token: undefined, team: 'decant', signatureKey: 'k' },
    });
    expect(parse(['--no-cache'], env)).toBeUndefined();
    // A server for the tasks of a repository is not asked before somebody says so.
    expect(parse([], { TURBO_API: url, TURBO_TOKEN: 't' })).not.toHaveProperty('remote');
    for (const wrong of ['cache.example.com', 'ftp://example.com', 'https://'])
      expect(() => parse(['--cache-remote', wrong])).toThrow('is not an address of a server');
  });
});
