import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import type { CacheOptions } from '../cache/index.ts';
import { UsageError } from '../usage-error.ts';
import type { Given, Option } from './command.ts';

const MODES = ['write', 'read'] as const;
const MEGABYTE = 1024 ** 2;

/** A team of servers that keep teams apart, where nobody names one. */
const TEAM = 'decant';

/** What a command keeps between runs, and finds; undefined for nothing. */
export const CACHE: Option<CacheOptions | undefined> = {
  flags: [
    {
      name: 'cache',
      value: 'DIR',
      summary: "the folder of the cache (default: in the user's cache folder)",
    },
    {
      name: 'cache-remote',
      value: 'URL',
      summary: 'share the cache through this server; token in TURBO_TOKEN (see docs/content/guides/cache.md)',
    },
    { name: 'no-cache', summary: 'neither read nor write the cache' },
    {
      name: 'cache-mode',
      value: 'MODE',
      summary: 'write (default), or read: only use what is there, as for pull requests',
    },
    {
      name: 'cache-size',
      value: 'MB',
      summary:
        'maximum size of the folder (default: 1024); the least recently used entries are removed first',
    },
  ],
  parse: parseCache,
};

/**
 * Flags first, then `DECANT_CACHE` (a folder, or `off`), then the folder where this system keeps caches of its user.
 * Never a folder of the site: whoever can add files to the content could put HTML there that no rule has cleaned.
 *
 * @throws UsageError for an unknown mode, a size that is no number, or a server that is no address
 */
function parseCache(given: Given, env: NodeJS.ProcessEnv): CacheOptions | undefined {
  const mode = parseMode(given['cache-mode']?.at(-1));
  const size = parseSize(given['cache-size']?.at(-1));
  const named = given.cache?.at(-1);
  const dir = named ?? env.DECANT_CACHE;
  const remote = parseRemote(given['cache-remote']?.at(-1) ?? env.DECANT_CACHE_REMOTE, env);
  const isOff = named === undefined && dir === 'off';
  if (given['no-cache'] !== undefined || (isOff && remote === undefined)) return undefined;
  return {
    ...(isOff ? {} : { dir: dir ? resolve(dir) : findUserFolder(env, process.platform) }),
    ...(remote === undefined ? {} : { remote }),
    mode,
    ...(size === undefined ? {} : { limit: size }),
  };
}

/** Names of variables are those of Turborepo, so that a machine set up for it needs no second set. */
function parseRemote(url: string | undefined, env: NodeJS.ProcessEnv): CacheOptions['remote'] {
  if (!url) return undefined;
  if (!/^https?:\/\//.test(url) || !URL.canParse(url))
    throw new UsageError(`'${url}' is not an address of a server.`);
  return {
    url,
    token: env.TURBO_TOKEN || undefined,
    team: env.TURBO_TEAMID || env.TURBO_TEAM || TEAM,
    signatureKey: env.TURBO_REMOTE_CACHE_SIGNATURE_KEY || undefined,
  };
}

function findUserFolder(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  if (platform === 'darwin') return join(homedir(), 'Library/Caches/decant');
  if (platform === 'win32') return join(env.LOCALAPPDATA || join(homedir(), 'AppData/Local'), 'decant/cache');
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'decant');
}

function parseMode(value = 'write'): CacheOptions['mode'] {
  const mode = MODES.find((each) => each === value);
  if (mode !== undefined) return mode;
  throw new UsageError(`There is no cache mode '${value}'. The modes are ${MODES.join(' and ')}.`);
}

function parseSize(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const size = Number(value);
  if (Number.isFinite(size) && size > 0) return size * MEGABYTE;
  throw new UsageError(`'${value}' is not a size in megabytes.`);
}
