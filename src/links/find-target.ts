import type { Article } from '../load/index.ts';
import { hasVersion, listMembers, type Version } from '../versions/index.ts';
import type { Address } from './parse-address.ts';
import type { OldAddresses } from './types.ts';

/** The article that answers a link, and the version in which it does. */
export interface Target {
  readonly article: Article;
  readonly version: Version;
  /** The article is in none of the versions that the link means; it leads to the first that has it. */
  readonly isElsewhere: boolean;
}

export type FindTarget = (address: Address, pageVersion: Version) => Target | undefined;

/**
 * Looks for the article of an address: in the version meant, under its own path or an old one, then in the first
 * version that has it. All versions of the site count, also those that are not built now.
 */
export function createTargetFinder(
  articles: ReadonlyMap<string, Article>,
  versions: readonly Version[],
  oldAddresses: OldAddresses,
): FindTarget {
  return (address, pageVersion) => {
    if (address.missingRelease !== undefined) return undefined;
    const meant = listMeant(address, pageVersion);
    return (
      findFirst(meant, (version) => findFirst(address.paths, (path) => findIn(path, version))) ??
      findFirst(address.paths, findElsewhere)
    );
  };

  function findIn(path: string, version: Version): Target | undefined {
    const article = articles.get(path);
    if (article !== undefined && hasVersion(article.versions, version)) {
      return { article, version, isElsewhere: false };
    }
    const moved = oldAddresses.find(version, path);
    return moved?.version === version ? { ...moved, isElsewhere: false } : undefined;
  }

  function findElsewhere(path: string): Target | undefined {
    const article = articles.get(path);
    const version = article && listMembers(article.versions, versions).find(({ isPreview }) => !isPreview);
    if (article !== undefined && version !== undefined) return { article, version, isElsewhere: true };
    const moved = oldAddresses.find(undefined, path);
    return moved && { ...moved, isElsewhere: true };
  }
}

/** A page of another plan than the default one keeps its version also for addresses that only say `/enterprise/`. */
function listMeant(address: Address, pageVersion: Version): readonly Version[] {
  const { version, preferred } = address;
  if (version !== undefined) return [version];
  if (preferred === undefined) return [pageVersion];
  return pageVersion.plan.isDefault ? [preferred, pageVersion] : [pageVersion, preferred];
}

function findFirst<T, R>(candidates: readonly T[], find: (candidate: T) => R | undefined): R | undefined {
  for (const candidate of candidates) {
    const found = find(candidate);
    if (found !== undefined) return found;
  }
  return undefined;
}
