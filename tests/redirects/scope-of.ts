import type { RedirectFormat } from '../../src/config/index.ts';
import type { RedirectScope } from '../../src/redirects/index.ts';

/** A site at the root of its host with these lists of redirects. */
export function scopeOf(
  redirects: readonly RedirectFormat[],
  others: Partial<RedirectScope['config']> = {},
  assets: readonly string[] = [],
): RedirectScope {
  return { config: { basePath: '/', redirects, ...others }, corpus: { assets: new Set(assets) } };
}
