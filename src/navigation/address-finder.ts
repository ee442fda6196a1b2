import type { SiteConfig } from '../config/types.ts';
import { createAddressParser, createTargetFinder, type OldAddresses, type Target } from '../links/index.ts';
import type { Article, Corpus } from '../load/index.ts';
import type { Version } from '../versions/index.ts';

export interface AddressScope {
  readonly config: Pick<SiteConfig, 'languages' | 'plans'>;
  readonly corpus: Pick<Corpus, 'articles' | 'failed'>;
  readonly versions: readonly Version[];
  readonly redirects: OldAddresses;
}

/**
 * What an address of frontmatter or data (`/packages/quickstart`) means for a page of a version; also by an old address.
 * A `folder` goes first: there `/quickstart` may mean `/packages/quickstart`. An empty address means nothing.
 */
export type FindAddress = (address: string, version: Version, folder?: string) => Target | undefined;

export function createAddressFinder({ config, corpus, versions, redirects }: AddressScope): FindAddress {
  const parseAddress = createAddressParser(config, versions, corpus.articles);
  const findTarget = createTargetFinder(corpus.articles, versions, redirects);
  const find = (path: string, version: Version) => findTarget(parseAddress(path), version);
  return (address, version, folder = '') => {
    const path = cutAddress(address);
    if (path === '') return undefined;
    return (folder === '' ? undefined : find(`${folder}/${path}`, version)) ?? find(path, version);
  };
}

/** The path of an address, without query and fragment. */
export function cutAddress(address: string): string {
  return address.replace(/[?#].*$/s, '').trim();
}

/** The folder that an article stands in, which for an index page is its own. */
export function findFolder({ kind, path }: Pick<Article, 'kind' | 'path'>): string {
  return kind === 'index' ? path : path.replace(/(^|\/)[^/]*$/, '');
}

/** Whether an address leads out of the site. Other schemes than these two are no addresses for readers. */
export function isOutside(address: string): boolean {
  return /^https?:\/\//.test(address);
}
