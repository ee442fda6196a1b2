import type { ReadFault, ReadOutcome } from '../config/index.ts';
import type { Place, Source } from '../diagnostics/types.ts';
import type { VersionSet } from '../versions/types.ts';
import type { HeadParser } from './parse-heads.ts';

/** What of an article a reader reads; a translation gives these and nothing else. */
export type FieldName = ArticleField | NoteName;

type ArticleField = 'title' | 'shortTitle' | 'intro' | 'product' | 'permissions' | 'body';

/** What a journey says of the step after a guide, by where it stands: `journeyTracks.ID.guides.0.alternativeNextStep`. */
export type NoteName = `journeyTracks.${string}`;

/** Something of each field that an article has. */
export type FieldMap<T> = Partial<Record<ArticleField, T>> & Record<NoteName, T>;

/** A value from frontmatter with the place it stands at. */
export interface Located<T> {
  readonly value: T;
  readonly place: Place;
}

/** The words of an article in one language, as read: Liquid and Markdown. */
export interface ArticleText {
  readonly language: string;
  readonly file: string;
  readonly fields: Readonly<FieldMap<Source>>;
  /** Short texts of its landing page or tracks, by where they stand: `featuredLinks.popularHeading`, `journeyTracks.ID.title`. */
  readonly labels: ReadonlyMap<string, Source>;
  /** Texts that `data` tags of a body made of data name, before those of `data/`: the operations of an API, and what is said of them. */
  readonly passages?: ReadonlyMap<string, Source>;
}

/**
 * One article (or index page): structure from the source language, words in every language that has them.
 * `path` is the address without language and version: `packages/quickstart`, the home page is the empty path.
 */
export interface Article {
  readonly path: string;
  readonly kind: 'index' | 'article';
  /** Source file of the source language, relative to the root. */
  readonly file: string;
  readonly versions: VersionSet;
  /** The paths named by `children`, in order, already resolved to paths of articles that exist. */
  readonly children: readonly Located<string>[];
  /** The index page whose `children` names this one; undefined for the home page. */
  readonly parent: string | undefined;
  readonly redirectFrom: readonly Located<string>[];
  readonly hidden: boolean;
  readonly layout: string;
  readonly showMiniToc: boolean | undefined;
  /** Deepest heading level of the mini contents, 2 to 4. */
  readonly miniTocMaxHeadingLevel: number;
  readonly defaultPlatform: string | undefined;
  readonly defaultTool: string | undefined;
  readonly topics: readonly string[];
  /** Where the value of a frontmatter key stands, and of some keys each value inside: `versions`, `featuredLinks.popular.0`. */
  readonly keyPlaces: ReadonlyMap<string, Place>;
  /** The whole checked frontmatter of the source language as plain data, for layouts that need more of it. */
  readonly frontmatter: Readonly<Record<string, unknown>>;
  /** By language code; the source language is always there. */
  readonly texts: ReadonlyMap<string, ArticleText>;
}

/** A value of `data/` in one language. */
export interface DataValue {
  readonly source: Source;
  /** The language it was found in: the one asked for, or the source language. */
  readonly language: string;
}

/** `data/` of one language: what `data` tags can name, and all of it as a tree. */
export interface LanguageData {
  /** By reference: `reusables.a.b`, `variables.a.key`. Empty values are left out. */
  readonly sources: ReadonlyMap<string, Source>;
  readonly tree: Readonly<Record<string, unknown>>;
  /** References of files that cannot be read or are no valid YAML: what they hold is not known, and an error of each says why. */
  readonly unread?: ReadonlySet<string>;
}

/** Why a reference names no text. */
export type AbsentReference =
  | { readonly kind: 'absent'; readonly nearest: string | undefined }
  /** A file or folder, with some of what is in it. */
  | { readonly kind: 'mapping'; readonly names: readonly string[] }
  | { readonly kind: 'list' }
  | { readonly kind: 'empty' }
  /** Its file could not be read. */
  | { readonly kind: 'unread' };

/** The sign that a line of comment begins with. */
export type CommentStyle = '#' | '//' | '<!--' | '%%' | '--';

/** A language of code, as pages name it. */
export interface CodeLanguage {
  /** As people write it. */
  readonly name: string;
  /** How a comment begins; absent where a note cannot be written. */
  readonly comment?: CommentStyle;
}

/** Everything under `data/` that a `data` tag can name. */
export interface DataStore {
  /** `reusables.a.b`, `variables.a.b.key`, `ui.a.b`, `glossaries.x`: the value in `language`, else in the source language. */
  find(reference: string, language: string): DataValue | undefined;
  /** The existing reference nearest in spelling, for hints. */
  findNearest(reference: string): string | undefined;
  /** Of a reference that `find` does not know. */
  explainAbsent(reference: string): AbsentReference;
  /** Parsed YAML of `data/` as Liquid's `site.data` sees it, source language under the translation. */
  tree(language: string): Readonly<Record<string, unknown>>;
  /** What it is made of, by language, the source language first. */
  readonly parts: ReadonlyMap<string, LanguageData>;
}

/** All that was read, frozen. */
export interface Corpus {
  /** Published articles by path, in tree order (parents first). */
  readonly articles: ReadonlyMap<string, Article>;
  /** Paths of those that have no page by mistake, unreadable or without versions: an error of each says why. */
  readonly failed?: ReadonlySet<string>;
  /** Versions each feature of `data/features` is true for. */
  readonly features: ReadonlyMap<string, VersionSet>;
  readonly data: DataStore;
  /** Files under `assets/`, relative to the root (`assets/images/a.png`). */
  readonly assets: ReadonlySet<string>;
  /** The pictures among them, by the same names. */
  readonly images: ReadonlyMap<string, Image>;
  /** Day of the last change of each file, `2021-10-01`, where the site file asks for it and git knows. */
  readonly days?: ReadonlyMap<string, string>;
}

/** A picture as pages show it. */
export interface Image {
  /** Published under this name too: with a hash of its content, so that it may be kept for ever. */
  readonly output: string;
  /** Undefined where the file does not say. */
  readonly size: ImageSize | undefined;
  /** Whether it holds code, which would run for somebody who opens it by itself. */
  readonly isActive?: true;
}

/** In CSS pixels. */
export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/** What stands below a folder of a site: paths relative to the root, sorted by code unit. */
export interface Listing {
  readonly files: readonly string[];
  /** Links to folders. They are not followed: they could lead out or in circles. */
  readonly links: readonly string[];
  /** Folders that this process may not look into. */
  readonly unreadable: readonly string[];
}

/** Where the files of a site are: a folder, or a commit. Paths are relative to the root of the site with `/`. */
export interface SourceTree {
  /** Nothing if there is no such folder. Hidden files and README.md are no part of a site. */
  list(folder: string): Promise<Listing>;
  /** One outcome for each path, in order. */
  readTexts(paths: readonly string[]): Promise<readonly ReadOutcome[]>;
  /** Undefined for what is larger than that, or cannot be read. */
  readBinaries(paths: readonly string[], maxBytes: number): Promise<readonly (Uint8Array | undefined)[]>;
  /** Why a file that is copied as it is cannot be; undefined where it can. */
  findCopyFault(path: string): ReadFault['kind'] | undefined;
  /** Day of the last change of each file, `2021-10-01`. */
  readDays(): Promise<ReadonlyMap<string, string>>;
}

/** The files of a site as values; paths are relative to the root with `/`. */
export interface SiteFiles {
  /** Articles and data of all languages: no byte order mark, lines end in LF. */
  readonly texts: ReadonlyMap<string, string>;
  /** Names of articles of translations that were not read, for the source language has none of that name. */
  readonly strays?: readonly string[];
  /** Names of articles and files of data of the source language that are there and could not be read. */
  readonly unread?: readonly string[];
  /** Names only. */
  readonly assets: ReadonlySet<string>;
  readonly images: ReadonlyMap<string, Image>;
  /** Knows what frontmatter has been parsed; each reader parses all of it if absent. */
  readonly heads?: HeadParser;
  /** Day of the last change of each file, `2021-10-01`, where the site file asks for it and git knows. */
  readonly days?: ReadonlyMap<string, string>;
}
