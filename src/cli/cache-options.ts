import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import type { CacheOptions } from '../cache/index.ts';
import { UsageError } from '../usage-error.ts';

/** The options of the command line that speak of the cache. */
interface CacheValues {
  readonly cache?: string | undefined;
  readonly 'no-cache': boolean;
  readonly 'cache-mode'?: string | undefined;
  readonly 'cache-size'?: string | undefined;
}

const MODES = ['write', 'read'] as const;
const MEGABYTE = 1024 ** 2;

/**
 * Options first, then `DECANT_CACHE` (a folder, or `off`), then the folder where this system keeps caches of its user.
 * Never a folder of the site: whoever can add files to the content could put HTML there that no rule has cleaned.
 *
 * @throws UsageError for an unknown mode or a size that is no number
 */
export function parseCacheOptions(values: CacheValues, env: NodeJS.ProcessEnv): CacheOptions | undefined {
  const mode = parseMode(values['cache-mode']);
  const size = parseSize(values['cache-size']);
  const dir = values.cache ?? env.DECANT_CACHE;
  if (values['no-cache'] || (values.cache === undefined && dir === 'off')) return undefined;
  return {
    dir: dir ? resolve(dir) : findUserFolder(env, process.platform),
    mode,
    ...(size === undefined ? {} : { limit: size }),
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
