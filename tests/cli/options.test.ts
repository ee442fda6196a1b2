import { describe, expect, it } from 'vitest';
import { parseOptions } from '../../src/cli/options.ts';
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

describe('the command line', () => {
  it('collects repeated and comma-separated versions and languages', () => {
    const options = parseOptions(['build', '--version=ghes-3.2', '--version', 'fpt,ghae', '--lang=ja']);
    expect(options).toMatchObject({
      command: 'build',
      versions: ['ghes-3.2', 'fpt', 'ghae'],
      languages: ['ja'],
    });
  });

  it('publishes into _site below the root unless told otherwise', () => {
    expect(parseOptions(['build', '--root', '/docs']).out).toBe('/docs/_site');
    expect(parseOptions(['build', '--root', '/docs', '--out', '/www']).out).toBe('/www');
  });

  it('renders Markdown unless told otherwise', () => {
    expect(parseOptions(['render', 'a.md'])).toMatchObject({ file: 'a.md', format: 'markdown' });
    expect(parseOptions(['render', 'a.md', '--format=html'])).toMatchObject({ format: 'html' });
  });

  it.each([
    [[], 'Name a command: build, merge, check, dev, render, visual.'],
    [['biuld'], `There is no command 'biuld'. The commands are build, merge, check, dev, render, visual.`],
    [['build', '--verison=fpt'], `Unknown option '--verison'`],
    [['build', '--out'], `Option '--out <value>' argument missing`],
    [['build', 'here'], `'here' is not understood.`],
    [['dev', '--port=http'], `'http' is not a port.`],
    [['render'], 'Name the article to render'],
    [['render', 'a.md', 'b.md'], `'b.md' is not understood.`],
    [['render', 'a.md', '--format=pdf'], `There is no format 'pdf'.`],
  ])('%j is wrong usage', (args, message) => {
    expect(() => parseOptions(args)).toThrow(UsageError);
    expect(() => parseOptions(args)).toThrow(message);
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
    parseOptions(['build', ...args], env).cache;

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
