export const HOSTS = ['github-pages', 'netlify', 'cloudflare', 'none'] as const;

/** Where a site is published. */
export type SiteHost = (typeof HOSTS)[number];

/** What somebody who begins a site is asked. */
export interface SiteAnswers {
  readonly title: string;
  /** The name of what is documented, for readers. */
  readonly product: string;
  /** At least one, newest first. */
  readonly releases: readonly string[];
  /** Codes, at least one; the source language first. */
  readonly languages: readonly string[];
  /** Where the site will be published: `https://docs.example.com/`. */
  readonly url: string;
  readonly host: SiteHost;
}

/** What a site file is made of: the answers, and what content says already. */
export interface SiteDescription extends SiteAnswers {
  /** Of content that names its plans already; they stand in for `product` and `releases`. */
  readonly plans?: readonly FoundPlan[];
  /** Where translations are already, by code. */
  readonly folders?: ReadonlyMap<string, string>;
}

/** A plan as content speaks of it. */
export interface FoundPlan {
  /** In addresses: `enterprise-server`. */
  readonly id: string;
  /** In conditions: `ghes`. */
  readonly short: string;
  readonly name: string;
  /** All that are named, newest first; empty for a plan without numbers. */
  readonly releases: readonly string[];
  /** Names such as `issue-1234`. */
  readonly issues: readonly string[];
  /** Whether texts wait for a coming release. */
  readonly hasNext: boolean;
}

/** A file that is to be there, or to be changed. */
export interface FileChange {
  readonly file: string;
  /** Undefined for a new one. */
  readonly before: string | undefined;
  readonly after: string;
}

/** What becomes of a folder. */
export interface InitPlan {
  readonly changes: readonly FileChange[];
  /** Files that stay as they are, as sentences that say why. */
  readonly notes: readonly string[];
}
