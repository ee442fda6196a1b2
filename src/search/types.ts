import type { ComposedSite } from '../compose/types.ts';
import type { Page } from '../links/index.ts';

/** What the search index needs to know of a site. */
export type SearchedSite = Pick<
  ComposedSite,
  'config' | 'languages' | 'versions' | 'pages' | 'navigation' | 'corpus'
>;

/** What is searched in one language. Each version shows those of its texts that it has. */
export interface SearchCatalog {
  readonly language: string;
  /** For readers: `日本語`. */
  readonly languageName: string;
  readonly versions: readonly SearchedVersion[];
  /** What the dialog says. */
  readonly words: Readonly<Record<string, string>>;
  /** Its pages, hidden ones left out, by the path of the article, in the order of versions. */
  readonly articles: ReadonlyMap<string, readonly Page[]>;
  describe(page: Page): SearchRecord;
}

/** A version in which a reader can search. */
export interface SearchedVersion {
  /** `enterprise-server@3.2`. */
  readonly id: string;
  readonly title: string;
  /** What the addresses of all its pages begin with: `/ja/enterprise-server@3.2/`. */
  readonly base: string;
  /** Address of the home page, where a search in this version can begin. */
  readonly home: string | undefined;
}

/** One text as the index takes it. */
export interface SearchRecord {
  /** What comes behind the base of a version in the address of its page; empty for the home page. */
  readonly address: string;
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

/** A text with the ids of the versions that share it, in their order. */
export interface SearchEntry {
  readonly record: SearchRecord;
  readonly versions: readonly string[];
}

/** The distinct texts of articles, by path. Plain data. */
export type SearchEntries = ReadonlyMap<string, readonly SearchEntry[]>;

/** A file of the index, relative to the folder of its bundle. */
export interface SearchFile {
  readonly output: string;
  readonly content: string | Uint8Array;
}

/** A folder of numbered files below `search/`, whose name has a hash of what it holds. */
export interface KeptFolder {
  readonly folder: string;
  readonly files: number;
}

/** What is known of a bundle that was written. Plain data. */
export interface KeptBundle {
  readonly number: number;
  /** How many articles it has. */
  readonly articles: number;
  /** How many pages show its texts. */
  readonly pages: number;
  /** What results show: `texts/en-3-0a1b2c3d4e`. */
  readonly texts: KeptFolder;
  /** By id of a version, what is searched: `en/enterprise-server@3.2/3-0a1b2c3d4e`, with a file `list` beside the numbered ones. */
  readonly indexes: Readonly<Record<string, KeptFolder>>;
  /** Words that almost every text of it has, and those that many have. */
  readonly common: readonly string[];
  readonly frequent: readonly string[];
  /** The program that searches it, below `search/`. */
  readonly engine: string;
}

/** The bundles of a language. */
export interface KeptLanguage {
  readonly language: string;
  /** In how many bundles its articles are divided; one of them may be empty. */
  readonly count: number;
  /** In the order of their numbers. */
  readonly bundles: readonly KeptBundle[];
}

/** What a later build needs to index again only what differs. */
export type KeptSearch = readonly KeptLanguage[];

/** Keeps texts until they are indexed again: those of a bundle in the place of those that it was made of before. */
export interface SearchDrawer {
  /**
   * @param name of the bundle, whatever it holds: `en-3`
   * @param folder of the texts that are made of them; undefined where others are kept
   */
  read(name: string, folder: string): Promise<SearchEntries | undefined>;
  write(name: string, folder: string, entries: SearchEntries): Promise<void>;
}
