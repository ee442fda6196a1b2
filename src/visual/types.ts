/** A built site, read as far as a comparison needs it. */
export interface BuiltSite {
  /** Absolute. */
  readonly folder: string;
  /** The path part of its address, with slashes on both ends: pages are served below it. */
  readonly basePath: string;
  /** By path in the folder: `en/x/index.html`. */
  readonly pages: ReadonlyMap<string, SitePage>;
  /** Hashes of all other files, by path without the hash that a name may hold: `theme/styles.css`. */
  readonly assets: ReadonlyMap<string, string>;
}

export interface SitePage {
  /** Hash of the HTML, read without the hashes in names of assets. */
  readonly hash: string;
  /** Keys of `assets`. */
  readonly assets: readonly string[];
}

/** Paths of pages, sorted. */
export interface SiteChanges {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Their own HTML differs. */
  readonly rewritten: readonly string[];
  /** Their HTML is the same, but a style, script or image that they use differs. */
  readonly restyled: readonly string[];
}

/** Pages that are expected to differ in the same way. The first one stands for all. */
export type PageGroup = readonly [string, ...string[]];

export type Scheme = 'light' | 'dark';

/** How a page is looked at. */
export interface View {
  readonly width: number;
  readonly scheme: Scheme;
}

/** In pixels of the page. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A part of a page that is compared as a whole: a paragraph, a heading, a row, a link of the sidebar. */
export interface VisualBlock {
  /** The landmark that holds it: `article`, `header`, `nav.sidebar`. */
  readonly region: string;
  /** Its element: `p`, `div.code-block`. */
  readonly name: string;
  readonly words: string;
  readonly box: Box;
  /** The fraction of a pixel by which it was moved so that it begins on a whole one. */
  readonly drift: number;
}

/** A page as a browser shows it, with its picture: a PNG in base64. */
export interface Photo extends Picture {
  readonly png: string;
}

/** A page as a browser shows it. */
export interface Picture {
  /** Undefined where a report has no room for it. */
  readonly png: string | undefined;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  /** Of the page: `ja`. */
  readonly language: string;
  readonly blocks: readonly VisualBlock[];
}

/** A stretch of words that stayed, went or came. */
export interface WordRun {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

export type VisualChange =
  | { readonly kind: 'words'; readonly base: VisualBlock; readonly head: VisualBlock }
  | { readonly kind: 'added'; readonly head: VisualBlock }
  | { readonly kind: 'removed'; readonly base: VisualBlock }
  | {
      readonly kind: 'look';
      readonly reason: LookReason;
      readonly base: VisualBlock;
      readonly head: VisualBlock;
    };

/** What of a block with the same words looks different: its pixels, its size, or its distance from the block above. */
export type LookReason = 'pixels' | 'size' | 'place';

/** One page in one view, on both sides, with what differs. */
export interface ViewComparison {
  readonly view: View;
  readonly base: Picture;
  readonly head: Picture;
  readonly changes: readonly VisualChange[];
}

/** One distinct change, shown on one page. */
export interface PageRendering {
  /** The page that was looked at first. */
  readonly page: string;
  /** All pages that change so, that one among them. */
  readonly pages: readonly string[];
  readonly hasWords: boolean;
  readonly hasLook: boolean;
  /** Only views in which something differs. */
  readonly comparisons: readonly ViewComparison[];
}

/** What differs between two sites. */
export interface VisualComparison {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly renderings: readonly PageRendering[];
  /** Pages whose files differ in nothing that a reader sees. */
  readonly unseen: readonly string[];
  /** Pages that were left out when the limit was reached. */
  readonly skipped: readonly string[];
}
