import type { ComposedSite } from '../compose/types.ts';
import type { Page } from '../links/index.ts';

/** What the search index needs to know of a site. */
export type SearchedSite = Pick<
  ComposedSite,
  'config' | 'languages' | 'versions' | 'navigation' | 'corpus'
> & {
  readonly pages: readonly Page[];
};

/** What is searched in one language. Each version shows those of its texts that it has. */
export interface SearchCatalog {
  readonly language: string;
  /** For readers: `日本語`. */
  readonly languageName: string;
  readonly versions: readonly SearchedVersion[];
  /** What the dialog says; a sentence that counts may have a form for each kind of number. */
  readonly words: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
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

/** What Pagefind has made of a record by itself: an index of several is these together. Plain data. */
export interface IndexedRecord {
  /** How many words it has. */
  readonly count: number;
  /** In the order of words, each on a line; behind a blank another spelling of it. */
  readonly words: string;
  /** Where the places of each end in `places`. */
  readonly ends: Uint32Array;
  /** CBOR: where a word stands in the text, and in which fields. */
  readonly places: Uint8Array;
  /** How many words its title has that a reader might ask for. */
  readonly titleLength: number;
  /** Short title of the product that it belongs to; empty where there is none. */
  readonly product: string;
  /** The words as they are written, in lower case, each once, with blanks between. */
  readonly written: string;
  /** What results show, packed. */
  readonly article: Uint8Array;
}

/** A text with the ids of the versions that share it, in their order. */
export interface SearchEntry {
  /** Tells texts apart: a hash of the record. */
  readonly key: string;
  readonly versions: readonly string[];
  /** One of them is there. */
  readonly record?: SearchRecord;
  readonly indexed?: IndexedRecord;
}

/** The distinct texts of articles, by path. */
export type SearchEntries = ReadonlyMap<string, readonly SearchEntry[]>;

/** What an index can be made of without Pagefind. */
export type IndexedEntry = SearchEntry & { readonly indexed: IndexedRecord };
export type IndexedEntries = ReadonlyMap<string, readonly IndexedEntry[]>;

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
  /** A hash of the texts that it was made of. */
  readonly signature: string;
  /** What results show, in order: `texts/en-3-0a1b2c3d4e`. */
  readonly texts: readonly KeptFolder[];
  /** The words of its texts: where a query has one that stands nowhere, a near one is tried. */
  readonly words: KeptFolder;
  /** By id of a version, what is searched: `en/enterprise-server@3.2/3-0a1b2c3d4e`, with a file `list` beside the numbered ones. */
  readonly indexes: Readonly<Record<string, KeptFolder>>;
  /** Words that almost every text of it has, and those that many have. */
  readonly common: readonly string[];
  readonly frequent: readonly string[];
  /** The program that searches it, below `search/`, and what its lists have in common. */
  readonly engine: string;
  readonly form: string;
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

/** What is kept of a bundle beside its files. Plain data. */
export interface KeptTexts {
  readonly entries: IndexedEntries;
  /** By id of a version. */
  readonly indexes: Readonly<Record<string, KeptIndex>>;
}

/** The index of a version, to be taken as it is, or in pieces. */
export interface KeptIndex {
  /** A hash of all that it is made of. */
  readonly signature: string;
  readonly pieces: PackedPieces;
}

/** Pieces of an index, packed, by a hash of what is packed in them. */
export type PackedPieces = ReadonlyMap<string, Uint8Array>;

/** Keeps the texts of bundles as they were indexed: those of a bundle in the place of those that it was made of before. */
export interface SearchDrawer {
  /**
   * @param name of the bundle, whatever it holds: `en-3`
   * @param signature of the texts that it was made of; undefined where others are kept
   */
  read(name: string, signature: string): Promise<KeptTexts | undefined>;
  write(name: string, signature: string, texts: KeptTexts): Promise<void>;
}
