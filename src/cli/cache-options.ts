import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import type { CacheOptions } from '../cache/index.ts';
import { UsageError } from '../usage-error.ts';

/** The options of the command line that speak of the cache. */
interface CacheValues {
  readonly cache?: string | undefined;
  readonly 'no-cache': boolean;
  readonly 'cache-remote'?: string | undefined;
  readonly 'cache-mode'?: string | undefined;
  readonly 'cache-size'?: string | undefined;
}

const MODES = ['write', 'read'] as const;
const MEGABYTE = 1024 ** 2;

/** A team of servers that keep teams apart, where nobody names one. */
const TEAM = 'decant';

/**
 * Options first, then `DECANT_CACHE` (a folder, or `off`), then the folder where this system keeps caches of its user.
 * Never a folder of the site: whoever can add files to the content could put HTML there that no rule has cleaned.
 *
 * @throws UsageError for an unknown mode, a size that is no number, or a server that is no address
 */
export function parseCacheOptions(values: CacheValues, env: NodeJS.ProcessEnv): CacheOptions | undefined {
  const mode = parseMode(values['cache-mode']);
  const size = parseSize(values['cache-size']);
  const dir = values.cache ?? env.DECANT_CACHE;
  const remote = parseRemote(values['cache-remote'] ?? env.DECANT_CACHE_REMOTE, env);
  const isOff = values.cache === undefined && dir === 'off';
  if (values['no-cache'] || (isOff && remote === undefined)) return undefined;
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
