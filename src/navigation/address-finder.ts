import type { SiteConfig } from '../config/types.ts';
import { createAddressParser, createTargetFinder, type OldAddresses, type Target } from '../links/index.ts';
import type { Corpus } from '../load/index.ts';
import type { Version } from '../versions/index.ts';

export interface AddressScope {
  readonly config: Pick<SiteConfig, 'languages' | 'plans'>;
  readonly corpus: Pick<Corpus, 'articles'>;
  readonly versions: readonly Version[];
  readonly redirects: OldAddresses;
}

/** What an address of frontmatter or data (`/packages/quickstart`) means for a page of a version; also by an old address. */
export type FindAddress = (address: string, version: Version) => Target | undefined;

export function createAddressFinder({ config, corpus, versions, redirects }: AddressScope): FindAddress {
  const parseAddress = createAddressParser(config, versions);
  const findTarget = createTargetFinder(corpus.articles, versions, redirects);
  return (address, version) => findTarget(parseAddress(address.replace(/[?#].*$/s, '')), version);
}

/** Whether an address leads out of the site. Other schemes than these two are no addresses for readers. */
export function isOutside(address: string): boolean {
  return /^https?:\/\//.test(address);
}
