import type { ComposedSite } from '../compose/types.ts';

/** What the search index needs to know of a site. */
export type SearchedSite = Pick<
  ComposedSite,
  'config' | 'languages' | 'versions' | 'pages' | 'navigation' | 'corpus'
>;

/**
 * What is searched together: the pages of one version and language. Plain data but for `records`, which may be made
 * while they are read, so a group can wait in a file until the whole site is known.
 */
export interface SearchGroup {
  readonly language: string;
  /** For readers: `日本語`. */
  readonly languageName: string;
  /** Id of the version: `enterprise-server@3.2`. */
  readonly version: string;
  readonly versionTitle: string;
  /** Address of the home page, where a search in this group can begin. */
  readonly home: string | undefined;
  /** What the dialog says. */
  readonly words: Readonly<Record<string, string>>;
  readonly records: Iterable<SearchRecord>;
}

/** One page as the index takes it. */
export interface SearchRecord {
  readonly href: string;
  readonly title: string;
  /** Short titles of the pages above it, without the home page. */
  readonly trail: readonly string[];
  /** The first has no id: it is what stands before the first heading, intro included. */
  readonly sections: readonly SearchSection[];
}

/** A heading with what stands under it. */
export interface SearchSection {
  readonly id: string;
  /** 1 to 6. */
  readonly depth: number;
  readonly title: string;
  /** Plain text, blocks of code included. */
  readonly text: string;
}

/** A file of the index, relative to the output folder. */
export interface SearchFile {
  readonly output: string;
  readonly content: string | Uint8Array;
}
