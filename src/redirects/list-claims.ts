import type { Place } from '../diagnostics/index.ts';
import type { Address, ParseAddress } from '../links/index.ts';
import type { Article, Located } from '../load/index.ts';
import { hasVersion, listMembers, type Version } from '../versions/index.ts';

/** An article's wish to answer at an address (without language): `enterprise-server@3.2/articles/x`. */
export interface Claim {
  readonly address: string;
  readonly article: Article;
  readonly version: Version;
  /** The path, where the value names no version and so also claims the address without one. */
  readonly unversioned: string | undefined;
  /** As the author wrote it, and where. */
  readonly value: string;
  readonly place: Place;
}

/** Address of a path in a version, without language. */
export function formatAddress({ segment }: Pick<Version, 'segment'>, path: string): string {
  if (segment === '') return path;
  return path === '' ? segment : `${segment}/${path}`;
}

/** First version in the order of the list; nobody is sent to a preview of a coming release. */
export function findFirstVersion(article: Article, versions: readonly Version[]): Version | undefined {
  return listMembers(article.versions, versions).find(({ isPreview }) => !isPreview);
}

/**
 * The addresses that one value of `redirect_from` claims. A value with a version is an address of that version only;
 * one without is an address of every version of the article.
 */
export function listClaims(
  article: Article,
  { value, place }: Located<string>,
  segments: readonly string[],
  parseAddress: ParseAddress,
  versions: readonly Version[],
): readonly Claim[] {
  const written = parseAddress(value);
  const path = (written.language === undefined ? segments : segments.slice(1)).join('/');
  const origin = { article, value, place };
  if (written.version === undefined && written.missingRelease === undefined) {
    return listMembers(article.versions, versions).map((version) => {
      return { ...origin, version, address: formatAddress(version, path), unversioned: path };
    });
  }
  const version = findTargetVersion(article, written.version, versions);
  if (version === undefined) return [];
  return listSpellings(path, written).map((address) => ({
    ...origin,
    version,
    address,
    unversioned: undefined,
  }));
}

/** An address of a version that the article has left leads to the first one it has. */
function findTargetVersion(
  article: Article,
  version: Version | undefined,
  versions: readonly Version[],
): Version | undefined {
  const has = version !== undefined && hasVersion(article.versions, version);
  return has ? version : findFirstVersion(article, versions);
}

/** `/enterprise/3.2/x` was once an address itself; after it, `/enterprise-server@3.2/x` was. */
function listSpellings(path: string, { version, path: plain }: Address): readonly string[] {
  return version === undefined ? [path] : [...new Set([path, formatAddress(version, plain)])];
}
