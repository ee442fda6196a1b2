import type { SiteConfig } from '../config/types.ts';
import type { Page } from '../links/index.ts';
import type { Article, Corpus } from '../load/types.ts';
import type { Redirect, RedirectTable } from '../redirects/types.ts';
import type { Version, VersionSet } from '../versions/types.ts';

/** Every address and every heading that was ever published, as `data/addresses.txt` keeps them. */
export interface AddressLedger {
  /** Address of the site, as `baseUrl` of its site file. */
  readonly site: string;
  /**
   * Addresses below that of the site, percent-encoded, and of headings with what stands behind `#`:
   * `/en/enterprise-server@3.2/packages/x/`, `/en/enterprise-server@3.2/packages/x/#install`.
   */
  readonly addresses: ReadonlySet<string>;
}

/** What a ledger is compared with: a site that was built, whole or in part. */
export interface LedgerSite {
  readonly config: SiteConfig;
  readonly corpus: Pick<Corpus, 'articles'>;
  readonly languages: readonly string[];
  readonly pages: readonly Page[];
  readonly redirects: readonly Redirect[];
  readonly trace: {
    /** All of the site, also those that are not built. */
    readonly versions: readonly Version[];
    readonly built: VersionSet;
    readonly targets: RedirectTable['targets'];
  };
}

/** An address of a ledger in its parts. */
export interface LedgerAddress {
  /** As the ledger has it, without what stands behind `#`. */
  readonly address: string;
  /** Id of a heading; undefined for a page. */
  readonly anchor: string | undefined;
}

/** What was published and is not answered any more. */
export interface LostAddress extends LedgerAddress {
  /** As the ledger has it. */
  readonly record: string;
  /** First segment, also where the site has no such language. */
  readonly language: string;
  /** Percent-decoded, without language and version, but with a release that is no longer documented: `packages/x`. */
  readonly path: string;
  /** The article that has the path in other versions. */
  readonly article: Article | undefined;
  /** Of the site; undefined where the address names another one. */
  readonly version: Version | undefined;
  /** Where the address names a release that the site file does not: `enterprise-server@2.20`. */
  readonly release: string | undefined;
  /** The page that the address of a lost heading leads to now. */
  readonly page: Page | undefined;
}

/** A ledger beside a site. */
export interface LedgerComparison {
  readonly lost: readonly LostAddress[];
  /** Headings of releases that are no longer documented, whose addresses lead to the top of a page. */
  readonly retired: number;
}
