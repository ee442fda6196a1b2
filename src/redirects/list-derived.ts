import { dropGuides } from '../links/index.ts';
import type { Version } from '../versions/index.ts';
import { type Claim, findFirstVersion, formatAddress } from './list-claims.ts';
import type { Fallback } from './list-fallbacks.ts';

/**
 * Addresses that old ones without a version stand for as well: what was written `/enterprise/x` before there were plans
 * was `/x` of a version after it, and guides once stood below `guides` of their product. Weaker than everything that is
 * written, and nobody's mistake where two are the same: then the article whose version comes first has it.
 */
export function listDerived(claims: readonly Claim[], versions: readonly Version[]): readonly Fallback[] {
  return claims
    .flatMap(({ article, version, unversioned = '' }) =>
      listForms(unversioned).flatMap((path) => {
        const inVersion = { address: formatAddress(version, path), article, version };
        const isFirst = findFirstVersion(article, versions) === version;
        return isFirst ? [inVersion, { ...inVersion, address: path }] : [inVersion];
      }),
    )
    .sort((one, other) => one.version.index - other.version.index);
}

/** `enterprise/admin/guides/x` is `admin/guides/x` and `admin/x`. */
function listForms(path: string): readonly string[] {
  const plain = path.replace(/^enterprise\//, '');
  const forms = new Set([plain, dropGuides(plain)]);
  forms.delete(path);
  return [...forms];
}
