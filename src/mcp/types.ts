import type { Diagnostic } from '../diagnostics/index.ts';
import type { ConditionAround, SiteSource } from '../queries/index.ts';

/** A version that a library can answer for. */
export interface LibraryVersion {
  /** Sources: as on the command line, `ghes-3.2`. Of a built site the id. */
  readonly name: string;
  /** `enterprise-server@3.2`. */
  readonly id: string;
  readonly plan: string;
  /** `latest` for a plan without releases. */
  readonly release: string;
  readonly title: string;
}

/** A page as tools name it. */
export interface PageName {
  /** Path of the article: `packages/quickstart`, empty for the home page. */
  readonly path: string;
  readonly version: LibraryVersion;
  readonly language: string;
}

/** One page to read. */
export interface ReadableMarkdown {
  readonly title: string;
  readonly markdown: string;
}

/** What an article says in some versions. */
export interface ArticleOutcome {
  readonly path: string;
  readonly title: string;
  /** Its title, intro and body. */
  readonly markdown: string;
  /** Whether lists leave it out. */
  readonly isHidden: boolean;
  readonly versions: ReadonlySet<LibraryVersion>;
}

/** Which outcomes are asked for. */
export interface OutcomeFilter {
  readonly path?: string | undefined;
  readonly version?: LibraryVersion | undefined;
}

/** One thing in which two versions differ. */
export interface VersionChange {
  readonly kind: 'changed' | 'added' | 'removed' | 'moved';
  /** Paths of articles; of one that has moved, the old and the new one. */
  readonly pages: readonly string[];
  /** The heading that a changed block stands under; empty where there is none. */
  readonly section: string;
  /** The words that came, and those that went. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** What tools read: the sources of a site, or the folder of a built one. Of one state; never changes. */
export interface DocsLibrary {
  /** Another one for each state. */
  readonly stamp: string;
  readonly title: string;
  /** In the order of the picker. */
  readonly versions: readonly LibraryVersion[];
  readonly defaultVersion: LibraryVersion;
  /** The source language first. */
  readonly languages: readonly { readonly code: string; readonly name: string }[];
  /** By path, the versions that have the article. */
  readonly articles: ReadonlyMap<string, ReadonlySet<LibraryVersion>>;
  /** Of one article or of all of them; at least those of a version where one is named. */
  listOutcomes(language: string, of?: OutcomeFilter): Promise<readonly ArticleOutcome[]>;
  /** Undefined where the source of the page has errors. */
  readPage(page: PageName): Promise<ReadableMarkdown | undefined>;
  formatAddress(page: PageName): string;
  /**
   * What an address with or without host names, also where there is no such page.
   *
   * @throws UsageError for an address on another host
   */
  parseAddress(address: string): {
    readonly path: string;
    readonly version?: string;
    readonly language?: string;
  };
  /** Versions in words. */
  formatRanges(versions: ReadonlySet<LibraryVersion>): string;
  listChanges(
    from: LibraryVersion,
    page: Omit<PageName, 'path'>,
    path?: string,
  ): Promise<readonly VersionChange[]>;
  /** Undefined for a built site, whose conditions nobody knows any more. */
  readonly sources?: LibrarySources;
}

/** What only sources can say. */
export interface LibrarySources {
  /** Why there is no page: an old address, a release that is gone, an article that is not published. */
  describeMissing(address: string): Promise<string | undefined>;
  /** The tags around words of a page. */
  listConditions(page: PageName, words: string): Promise<readonly ConditionAround[]>;
  readonly site: SiteSource;
  check(versions: readonly string[], languages: readonly string[]): Promise<readonly Diagnostic[]>;
}
